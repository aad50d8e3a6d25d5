/**
 * Servers as raw clients met them, in a JVM of their own: they keep or end a connection as nginx, Apache, Jetty or an HTTP/1.0 server does, and
 * some speak no HTTP at all. They count connections and requests. May use the JDK and {@link io.kaagent.it.child.Control} only, and the TLS of
 * {@link io.kaagent.it.child.server}.
 */
package io.kaagent.it.child.origin;
