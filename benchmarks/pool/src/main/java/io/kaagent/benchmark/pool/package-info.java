/**
 * The pool beside the pools of others: what it costs to take a connection and to give it back, and how that grows. What is pooled is
 * trivial everywhere, so that the pools are what is measured.
 */
package io.kaagent.benchmark.pool;
