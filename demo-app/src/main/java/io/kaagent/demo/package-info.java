/**
 * A legacy client and a server worth watching, each in a JVM of its own.
 *
 * <p>{@link io.kaagent.demo.Demo} directs: it starts {@link io.kaagent.demo.Server} and, against it,
 * {@link io.kaagent.demo.ScenarioClient} or {@link io.kaagent.demo.DisconnectClient}, asks both sides for their counts and
 * prints them. The three mains can be started on their own, by tests too; each documents its arguments.
 *
 * <p>May use the JDK only, as of Java 8. Nothing here knows the agent but {@link io.kaagent.demo.Variant}, which writes
 * the command line that starts a client with it.
 */
package io.kaagent.demo;
