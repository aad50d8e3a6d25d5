/**
 * Raw sockets on the pool. A wrapper around the platform's {@code SocketImpl} sees every byte; a connection is given back only where
 * it was proved, byte by byte, to stand between two HTTP/1.x exchanges. Everything else passes through untouched.
 *
 * <p>May use: client, pool, tcp, http1, jdk, config. Loaded by the boot loader. Runs in the application's threads, below
 * {@code java.net.Socket}; an exception from here is one the application sees.
 */
package io.kaagent.socket;
