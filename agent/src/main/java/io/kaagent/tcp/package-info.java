/**
 * The socket of the operating system: TCP keepalive and the look that tells a quiet socket from a dead one.
 *
 * <p>May use {@code java.net}, and {@code jdk.net} and JDK internals by reflection only, so that it links on every JDK. Loaded by
 * the boot loader, first used by the application's first pooled connection: nothing of it runs during the start.
 */
package io.kaagent.tcp;
