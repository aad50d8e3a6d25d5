/**
 * An application whose own objects refer to the socket or the connection that they were set on, and that drops them all. May use Java 8
 * only.
 */
package io.kaagent.it.child.dropped;
