/**
 * What must be true of the finished agent jar, read from its bytes: no JVM is started here.
 *
 * <p>May use ASM. Loaded by the tests only.
 */
package io.kaagent.it.jar;
