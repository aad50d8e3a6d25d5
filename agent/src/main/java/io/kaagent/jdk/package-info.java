/**
 * Reaching members of the JDK that are not public, by reflection, and remembering something about its objects.
 *
 * <p>May use: the JDK. Loaded by the boot loader. The packages it reaches into are opened at the start
 * ({@code io.kaagent.start.Modules}); nothing is looked up before the first pooled connection.
 */
package io.kaagent.jdk;
