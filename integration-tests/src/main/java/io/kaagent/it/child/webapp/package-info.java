/**
 * The legacy application as a web application. Its web archive has these classes, and with them all of {@code io.kaagent.it.child} and
 * {@code io.kaagent.it.child.tls}, which then are its own, and not those that the container's loader has. May use both and the Servlet API.
 */
package io.kaagent.it.child.webapp;
