/** The port to {@code java.net.http}, which JDK 8 does not have: a module of its own, loaded by name. May use {@code io.kaagent.benchmark.endtoend}. */
package io.kaagent.benchmark.endtoend.jdk;
