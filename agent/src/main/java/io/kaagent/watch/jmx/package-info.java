/**
 * The pool for JMX: one MBean for all of it, one for each origin. They are MXBeans by what they show, open types only, so that any client
 * can read them; but dynamic ones, since an interface could not say what an attribute means.
 *
 * <p>May use {@code pool}, {@code config}, {@code background} and {@code watch}. Loaded by the boot loader. Only {@link
 * io.kaagent.watch.jmx.Jmx} is loaded at the start; what refers to {@code javax.management} is not before somebody else has asked for the
 * platform's MBean server, and runs on threads of the agent's own or of the MBean server.
 */
package io.kaagent.watch.jmx;
