/**
 * The report: one page that shows to a person what the pool did. Made of JSON alone, by the command for another JVM, and
 * by the application's own JVM at its end.
 *
 * <p>A page is its {@code Section}s in their order; whoever has more to show adds one. All that is written goes through {@code Markup}, which
 * escapes it: names of origins, options and main classes come from outside.
 *
 * <p>May use the JDK, {@code watch} for reading JSON and for words and figures, {@code config} for what file may be written. Loaded by the boot loader
 * at the end of the JVM, or by the command; never before, and never by a request.
 */
package io.kaagent.watch.report;
