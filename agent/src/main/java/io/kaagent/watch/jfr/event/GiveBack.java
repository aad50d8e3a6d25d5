package io.kaagent.watch.jfr.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("io.kaagent.GiveBack")
@Label("Connection Given Back")
@Description("A caller was done with a connection")
final class GiveBack extends ConnectionEvent {
    @Label("Fate")
    @Description(
            "PARKED: free for the next caller. HANDED_OFF: with a caller who waited. DESTROYED: closed by the pool, End says why")
    String fate;

    @Label("Requests")
    @Description("How many requests the connection has carried")
    long requests;
}
