/**
 * The pool in recordings of Java Flight Recorder. Notices that one runs, and has the events registered then; without a recording no class of
 * {@code jdk.jfr} is loaded, by this package or on its behalf.
 *
 * <p>May use: {@code pool}, and {@code watch.jfr.event} by name only, since a JDK need not have what that is made of. Loaded by the boot loader.
 * Called by application threads in the midst of the JDK's HTTP client.
 */
package io.kaagent.watch.jfr;
