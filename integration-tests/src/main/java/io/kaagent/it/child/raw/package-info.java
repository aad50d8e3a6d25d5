/**
 * Raw clients as people wrote them between 1998 and 2015, each telling all that it could see. May use the JDK, and
 * {@link io.kaagent.it.child.Control}. The tests read the table in {@link io.kaagent.it.child.raw.Idioms}; all else runs in JVMs of its own.
 */
package io.kaagent.it.child.raw;
