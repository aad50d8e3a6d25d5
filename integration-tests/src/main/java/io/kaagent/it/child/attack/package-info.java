/**
 * A server that breaks every rule and clients that do the same, at random but from a seed, and who checks each byte of each answer against its
 * request. May use the JDK and {@link io.kaagent.it.child.Control} only; the agent's pool is looked at by name.
 */
package io.kaagent.it.child.attack;
