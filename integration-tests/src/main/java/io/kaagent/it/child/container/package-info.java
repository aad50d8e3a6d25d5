/** A servlet container with web applications that come and go. May use Java 8, Tomcat and {@code io.kaagent.it.child}. */
package io.kaagent.it.child.container;
