package io.kaagent.watch.jfr.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

@Name("io.kaagent.Connect")
@Label("Connection Opened")
@Description(
        "A caller opened a connection, or tried to; the look-up of its server's name is part of it, the TLS handshake is not")
@StackTrace
final class Connect extends ConnectionEvent {
    @Label("Look-up")
    @Description("How long it took to look up the server's name; 0 where that is not known")
    @Timespan(Timespan.NANOSECONDS)
    long lookUp;

    @Label("Connect")
    @Description(
            "How long it took to connect, the look-up not included; 0 if it failed, or was open before the pool heard of it")
    @Timespan(Timespan.NANOSECONDS)
    long connect;

    @Label("Reopened")
    @Description("Whether it took the place of one that its owner had closed: the JDK sends a request once more")
    boolean reopened;

    @Label("Succeeded")
    boolean succeeded;
}
