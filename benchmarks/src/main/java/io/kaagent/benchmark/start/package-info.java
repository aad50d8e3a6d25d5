/**
 * What a start costs: JVMs that do next to nothing, without an agent, with one that does nothing, and with this one, in turn.
 * {@code benchmarks/run start} starts them.
 */
package io.kaagent.benchmark.start;
