/**
 * What the agent lets out: its log, with warnings that say what to do, the line at the end, and its state as JSON when somebody asks. Its
 * {@code Watcher}s are told by the pool of what happens, on the application's threads.
 *
 * <p>May use the JDK, {@code config} for the level, {@code pool} for its counters, and the relocated SLF4J. Loaded by the boot
 * loader, lazily: SLF4J not before the first line that passes the level after the start, so that nothing of it runs before
 * {@code main}. Called by application threads in the midst of the JDK's HTTP client: never throws, never waits for another line
 * of the agent, and calls no code of the application but the {@code System.err} it may have set.
 */
package io.kaagent.watch;
