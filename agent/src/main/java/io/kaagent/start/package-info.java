/**
 * The ordered start: checks, options, weaving, wiring, one line on stderr.
 *
 * <p>May use everything below. Loaded by the boot loader, called by name from {@code io.kaagent.KaAgent}, on the main thread before
 * {@code main} or, on late attach, on a thread of the attach listener.
 */
package io.kaagent.start;
