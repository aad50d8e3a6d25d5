/**
 * What is put into a recording: one class for each kind of event, and {@link io.kaagent.watch.jfr.event.Events}, which fills them in.
 *
 * <p>The only package that is compiled against {@code jdk.jfr}, which is public but came to JDK 8 in an update: by an execution of the compiler of
 * its own, since {@code --release 8} does not know it. May use: {@code pool}. Loaded by the boot loader, by name, when a recording was
 * noticed and never before.
 */
package io.kaagent.watch.jfr.event;
