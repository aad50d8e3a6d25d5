package io.kaagent.watch.jfr.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;

@Name("io.kaagent.End")
@Label("Connection Ended")
@Description("A connection was closed, by the pool or by its owner")
final class End extends ConnectionEvent {
    @Label("Reason")
    @Description("Why, such as IDLE_LIMIT, AGE_LIMIT, NOT_REUSABLE, NOT_QUIET or CLOSED_BY_OWNER")
    String reason;

    @Label("Age")
    @Description("How long it had been open")
    @Timespan(Timespan.NANOSECONDS)
    long age;

    @Label("Requests")
    @Description("How many requests it has carried")
    long requests;
}
