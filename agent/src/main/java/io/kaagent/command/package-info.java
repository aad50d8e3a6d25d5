/**
 * {@code java -jar ka-agent.jar}: help, a self-test, and attaching to running JVMs: to list them, to bring the agent into one, and to
 * show what it does there.
 *
 * <p>May use the JDK, {@code start} for the version, {@code watch} for JSON and words, {@code watch.report} for the page, and {@code config}
 * for what file may be written. Runs in a JVM of its own, on the application's loader; no class of it is loaded in an application.
 */
package io.kaagent.command;
