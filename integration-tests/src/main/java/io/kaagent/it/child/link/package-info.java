/**
 * The link between two hosts of a test, in a JVM of its own. Linux can lose and delay packets by itself ({@code tc netem}), where its kernel has
 * that. May use the JDK only.
 */
package io.kaagent.it.child.link;
