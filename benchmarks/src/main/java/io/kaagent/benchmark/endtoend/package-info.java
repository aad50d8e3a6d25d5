/**
 * Legacy clients and a server in JVMs of their own: as they are, with the JDK's own properties, with the agent, ported to other clients, and through
 * sidecars; on loopback and over a link that takes its time. May use {@code io.kaagent.benchmark}; the ports, the client that they are named for.
 */
package io.kaagent.benchmark.endtoend;
