/**
 * Applications that do with {@code HttpURLConnection} what applications do, at random, at servers that misbehave at random. What a request is, and
 * what becomes of it, is a function of the seed and its number alone, which both sides know: {@link io.kaagent.it.child.mix.Case}. May use the JDK
 * and the other programs; the agent's pool is looked at by name.
 */
package io.kaagent.it.child.mix;
