package io.kaagent.it;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.origin.Manner;
import io.kaagent.it.child.origin.OriginServer;

/** A server with the manners of a real one. All of them live in one JVM. */
final class RawOrigin implements AutoCloseable {
    private static final RunningJvm JVM = AgentJvm.on(Jdks.atHand()).start(OriginServer.class);

    private final Message listening;

    RawOrigin(Manner manner) {
        listening = JVM.ask(new Message("listen").with("manner", manner));
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
