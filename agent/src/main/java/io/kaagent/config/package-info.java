/**
 * What the user asked for: reads the {@code ka.} options once, at the start, into immutable {@link io.kaagent.config.Options}.
 *
 * <p>May use {@code java.lang}, {@code java.util} and {@code java.io}, nothing else of the agent. It runs on the main thread
 * before {@code main}, so every class counts: no NIO, no regular expressions, no formatting, no logging; what a start without
 * options does not need is in classes that are not loaded then. Loaded by the boot loader, with the rest of the agent.
 *
 * <p>Everything said about an option (parsing, warnings, {@link io.kaagent.config.Options#describe()}, the test of
 * docs/options.md) comes from the table in {@code Option}.
 */
package io.kaagent.config;
