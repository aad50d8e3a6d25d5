/**
 * HTTP/1.x framing (RFC 9112): where a message begins and ends, as state machines over bytes, and the heads of messages rewritten so
 * that a connection outlives a client that wants it closed.
 *
 * <p>Read {@link io.kaagent.http1.RequestFraming} and {@link io.kaagent.http1.ResponseFraming} first; below them are {@code StartLine},
 * {@code FieldSection} and {@code ChunkedBody}. What is refused, and why, is told in {@code docs/framing.md}: whatever is not certain
 * is unknown for ever, and an unknown connection is never used again.
 *
 * <p>May use {@code java.lang} only: no socket, no clock, no logging. Loaded by the boot loader. Nothing here is thread-safe but what
 * is immutable; whoever owns a connection has a lock.
 */
package io.kaagent.http1;
