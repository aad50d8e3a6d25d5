/**
 * The agent's kinds of threads: one sweeps free connections, a few close TLS connections, some read the rest of responses that nobody
 * wants, and errands are run for JMX. All live only while there is work. {@link io.kaagent.background.DaemonThreads} starts what else needs a
 * thread for a moment.
 *
 * <p>May use: the JDK. Knows neither the pool nor the clients; what to run is handed in. Loaded by the boot loader.
 */
package io.kaagent.background;
