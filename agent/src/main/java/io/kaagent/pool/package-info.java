/**
 * The pool: the rules of Node's {@code http.Agent}, numbered, for threads that block.
 *
 * <p>Read {@link io.kaagent.pool.Pool} for what can be asked of it, then {@code Turn} and {@code Queue} (rules 11-13), {@code Taking}
 * (7-10), {@code GivingBack} (14-19), {@code Serving} (who is served next), {@code Sweep} (23, 27); {@code Ledger} keeps the books for
 * all of them, {@code Gate} has the lock.
 *
 * <p>May use {@code java.lang} and {@code java.util} only: no socket, no clock but an injected one, no logging. Loaded by the boot
 * loader. One lock; nothing that belongs to somebody else is called under it.
 */
package io.kaagent.pool;
