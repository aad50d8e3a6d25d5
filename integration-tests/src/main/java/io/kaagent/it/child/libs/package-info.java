/**
 * Applications that use libraries of the world, unmodified, in the way legacy code does. Each writes down what it saw, so that a test can
 * compare: with the agent it has to be the same as without. May use the libraries that the test puts on the class path, and Java 8.
 */
package io.kaagent.it.child.libs;
