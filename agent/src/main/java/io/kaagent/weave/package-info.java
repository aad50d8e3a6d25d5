/**
 * Puts the hooks into the JDK's classes: the table of seams, the transformer, the report of what became of each.
 *
 * <p>The only package that may use Byte Buddy. No {@code AgentBuilder}: four class names are known, and matching them costs more
 * than everything else of a start (docs/adr). Loaded by the boot loader. Runs on the thread that installs the agent, before
 * {@code main}; afterwards only when another agent retransforms one of the woven classes.
 */
package io.kaagent.weave;
