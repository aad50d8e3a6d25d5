/**
 * Socket factories that an application makes anew for each request, and what it puts into them. May use Java 8 and
 * {@code io.kaagent.it.child}.
 */
package io.kaagent.it.child.tls;
