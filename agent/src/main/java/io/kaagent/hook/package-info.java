/**
 * The only classes that woven code calls: static, tiny, null-tolerant. Everything that goes wrong below ends here, in
 * {@link io.kaagent.hook.Failures}, and never in the application.
 *
 * <p>May use: {@code io.kaagent.url}, {@code .socket}, {@code .tcp}. Loaded by the boot loader, since the JDK's classes link to it.
 * No lambda, no {@code invokedynamic}, no {@code sun.*} type: a woven call runs inside JDK classes, perhaps while classes load.
 */
package io.kaagent.hook;
