/**
 * When two socket factories would make connections with the same trust, keys and checks: proved from what they hold, never assumed.
 *
 * <p>May use: {@code io.kaagent.jdk}. Loaded by the boot loader. Runs on the application's threads, outside of every lock of the pool;
 * reads fields and calls methods of the JDK's own classes, never one of the application's.
 */
package io.kaagent.tls;
