/**
 * {@code java -jar ka-agent.jar}: help, and attaching to a running JVM.
 *
 * <p>The only package that may use Byte Buddy's attacher. Runs in a JVM of its own, on the application's loader; no class of it is
 * loaded in an application.
 */
package io.kaagent.command;
