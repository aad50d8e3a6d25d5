package io.kaagent.watch.jfr.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("io.kaagent.Handshake")
@Label("TLS Handshake")
@Description("The first TLS handshake of a connection")
final class Handshake extends ConnectionEvent {
    @Label("Succeeded")
    boolean succeeded;
}
