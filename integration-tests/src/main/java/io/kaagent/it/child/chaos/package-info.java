/** An application that uses every kind of client at once, and servers that do everything wrong that a server can. */
package io.kaagent.it.child.chaos;
