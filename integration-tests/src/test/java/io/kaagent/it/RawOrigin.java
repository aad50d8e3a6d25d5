package io.kaagent.it;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.origin.Manner;
import io.kaagent.it.child.origin.OriginServer;
import io.kaagent.it.child.raw.Transport;

/** A server with the manners of a real one. All of them live in one JVM. */
final class RawOrigin implements AutoCloseable {
    private static final RunningJvm JVM = AgentJvm.on(Jdks.atHand()).start(OriginServer.class);

    private final Message listening;

    RawOrigin(Manner manner) {
        this(manner, Transport.PLAIN);
    }

    /** TLS 1.2 where clients layer, else TLS 1.3: so both are met. */
    RawOrigin(Manner manner, Transport transport) {
        Message listen = new Message("listen").with("manner", manner);
        if (transport != Transport.PLAIN) {
            String protocol = transport == Transport.LAYERED ? "TLSv1.2" : "TLSv1.3";
            listen.with("tls", Certificates.right()).with("protocol", protocol);
        }
        listening = JVM.ask(listen);
    }

    /** Where it listens, for {@link io.kaagent.it.child.raw.RawIdioms}. */
    Message address(String verb) {
        return new Message(verb).with("port", listening.get("port")).with("signals", listening.get("signals"));
    }

    int port() {
        return listening.number("port");
    }

    Tally tally() {
        return Tally.of(ask("tally"));
    }

    @Override
    public void close() {
        ask("close");
    }

    private Message ask(String verb) {
        return JVM.ask(new Message(verb).with("site", listening.get("site")));
    }
}
