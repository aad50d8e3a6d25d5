/**
 * The product as its users meet it: the built jar, in JVMs of its own, on every JDK named in {@code KA_TEST_JDKS}, against a server in another
 * JVM that counts. May use the child programs' names and messages, and the jar as a file; never the agent's classes.
 */
package io.kaagent.it;
