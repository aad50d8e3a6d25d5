/**
 * Legacy applications: what a test starts in a JVM of its own, with or without the agent, on JDK 8 and later. They know nothing of the
 * agent. May use the JDK only, in Java 8. Nothing here is loaded into the JVM of the tests but {@link io.kaagent.it.child.Message},
 * {@link io.kaagent.it.child.Finish} and the names of the main classes.
 */
package io.kaagent.it.child;
