/**
 * The advice, one file a seam, named as an intent. Never loaded as classes: Byte Buddy reads their bytes and inlines them.
 *
 * <p>Two shapes only: ask a hook and use its answer unless it is null (or false), else go on; tell a hook. No lambda and no
 * {@code sun.*} type. An exception of ours never comes out of a hook, so none is suppressed here; what
 * {@code UrlHooks.reserve} throws is meant for the application (rule 12).
 *
 * <p>May use: Byte Buddy's annotations, {@code io.kaagent.hook}, exported {@code java.*} types.
 */
package io.kaagent.weave.advice;
