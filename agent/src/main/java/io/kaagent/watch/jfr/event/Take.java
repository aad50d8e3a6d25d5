package io.kaagent.watch.jfr.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;

@Name("io.kaagent.Take")
@Label("Connection Taken")
@Description(
        "A caller got a connection, one that was open already or the right to open one. Lasts as long as the caller had to wait")
final class Take extends ConnectionEvent {
    @Label("Reused")
    @Description("Whether the connection was open already. If not, Connect comes next")
    boolean reused;

    @Label("Waited")
    @Description("How long the caller waited because of maxSockets or maxTotalSockets")
    @Timespan(Timespan.NANOSECONDS)
    long waited;

    @Label("Age")
    @Description("How long the connection had been open; 0 if it is new")
    @Timespan(Timespan.NANOSECONDS)
    long age;

    @Label("Requests")
    @Description("How many requests the connection had carried before")
    long requests;
}
