/**
 * End-to-end runs: clients without and with the agent, side by side, each in a JVM of its own, against a server in a third one.
 * {@code benchmarks/run raw} and {@code benchmarks/run tls} start them. Java 8, since the clients and the server run on any JDK.
 */
package io.kaagent.benchmark;
