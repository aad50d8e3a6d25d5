/**
 * The ordered start: checks, options, weaving, one line on stderr; and the wiring, at the first use.
 *
 * <p>May use everything below. Loaded by the boot loader, called from {@code io.kaagent.KaAgent}, on the main thread before
 * {@code main} or, on late attach, on a thread of the attach listener.
 */
package io.kaagent.start;
