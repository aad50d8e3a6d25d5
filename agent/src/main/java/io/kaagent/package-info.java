/**
 * The entry of the agent and nothing else: it jumps to the boot side by name and catches everything.
 *
 * <p>Loaded by the boot loader (manifest attribute {@code Boot-Class-Path}), or by the application's loader when the jar was
 * renamed. May use: the JDK only.
 */
package io.kaagent;
