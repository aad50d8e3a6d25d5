package io.kaagent.watch.jfr.event;

import io.kaagent.pool.Connection;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;

/** Something that happened to one connection of the pool. Its fields are those of the recording. Confined to a thread. */
@Category("ka-agent")
@StackTrace(false)
abstract class ConnectionEvent extends Event {
    @Label("Origin")
    @Description("The server as the application names it: scheme, host and port")
    String origin;

    @Label("Connection")
    @Description("The number of the connection, the same in all events about it")
    long connection;

    final void about(Connection c) {
        origin = c.name().origin().toString();
        connection = c.number();
    }
}
