/** A raw client that counts the bytes it allocates with each read and write, and a server in the same JVM that it talks to. */
package io.kaagent.it.child.allocation;
