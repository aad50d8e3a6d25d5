/**
 * The server of the tests, in a JVM of its own: HTTP/1.1 by hand on plain sockets, a thread a connection, so that it can count what a real
 * server would hide and misbehave in every way a request asks for. May use the JDK only.
 */
package io.kaagent.it.child.server;
