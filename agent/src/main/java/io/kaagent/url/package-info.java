/**
 * The JDK's HTTP client ({@code sun.net.www.http.HttpClient}, what {@code HttpURLConnection} runs on) as a pooled connection: its
 * name, its exchange, its end.
 *
 * <p>May use: {@code io.kaagent.pool}, {@code .tcp}, {@code .background}, {@code .jdk}, {@code .tls}, and the options of {@code .config}. Loaded by
 * the boot loader. Runs on the application's threads, called by {@code io.kaagent.hook} only.
 */
package io.kaagent.url;
