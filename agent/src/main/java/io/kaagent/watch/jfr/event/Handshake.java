package io.kaagent.watch.jfr.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;

@Name("io.kaagent.Handshake")
@Label("TLS Handshake")
@Description("The first TLS handshake of a connection")
final class Handshake extends ConnectionEvent {
    @Label("Took")
    @Description("How long it took; 0 if it failed")
    @Timespan(Timespan.NANOSECONDS)
    long took;

    @Label("Succeeded")
    boolean succeeded;
}
