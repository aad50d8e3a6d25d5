/**
 * What both kinds of clients, HttpURLConnections and raw sockets, have in common above the pool.
 *
 * <p>May use: pool, tls, jdk, config. Loaded by the boot loader.
 */
package io.kaagent.client;
