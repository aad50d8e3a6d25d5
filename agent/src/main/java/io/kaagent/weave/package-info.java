/**
 * Puts the hooks into the JDK's classes: the table of seams, the transformer, the report of what became of each.
 *
 * <p>The only package that may use ASM (Byte Buddy's own copy). Neither {@code AgentBuilder} nor {@code Advice}: four class names are
 * known, and two shapes of calls are all that is put into them (docs/adr/0002). Loaded by the boot loader. Runs on the thread that
 * installs the agent, before {@code main}; afterwards only where another agent weaves one of these classes as well.
 */
package io.kaagent.weave;
