package io.kaagent.it;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.server.Server;

/** The one server JVM of all tests; every test has its own sites in it. */
final class ServerJvm {
    /** The end of a TLS connection without a goodbye (RFC 8446, 6.1) is an exception to it, as a truncated one ought to be. */
    private static final RunningJvm JVM = AgentJvm.on(Jdks.atHand())
            .property("com.sun.net.ssl.requireCloseNotify", true)
            .start(Server.class);

    private ServerJvm() {}

    static Site site() {
        return listen(new Message("listen"), "http");
    }

    /** Beyond that many connections at once, the server asks the kernel whether it sees right. */
    static Site siteLimitedTo(int limit) {
        return siteLimitedTo(limit, 1);
    }

    static Site siteLimitedTo(int limit, int ports) {
        return listen(new Message("listen").with("limit", limit).with("ports", ports), "http");
    }

    /** One site on several ports, which are several origins. */
    static Site site(int ports) {
        return listen(new Message("listen").with("ports", ports), "http");
    }

    static Site closingIdleConnectionsAfter(int millis, int ports) {
        return listen(new Message("listen").with("idleClose", millis).with("ports", ports), "http");
    }

    static Site httpsClosingIdleConnectionsAfter(int millis) {
        return listen(new Message("listen").with("tls", Certificates.right()).with("idleClose", millis), "https");
    }

    static Site https() {
        return listen(new Message("listen").with("tls", Certificates.right()), "https");
    }

    /** Names the client in its answers, if that has a certificate. */
    static Site httpsAskingForClients() {
        Message listen = new Message("listen").with("tls", Certificates.right());
        return listen(listen.with("clients", Certificates.trustStore()), "https");
    }

    /** Sends an answer before the first request, in that version of TLS. */
    static Site httpsGreetingIn(String protocol) {
        Message listen = new Message("listen").with("tls", Certificates.right());
        return listen(listen.with("protocol", protocol).with("greets", true), "https");
    }

    /** Speaks nothing but that: protocol, suite or applications. */
    static Site httpsWith(String key, String value) {
        return listen(new Message("listen").with("tls", Certificates.right()).with(key, value), "https");
    }

    /** Resumes no session: each connection has a handshake in which all is checked. */
    static Site httpsForgettingSessions() {
        return httpsWith("forgetful", "true");
    }

    /** Its certificate is trusted, but issued to another host. */
    static Site httpsOfAnotherHost() {
        return listen(new Message("listen").with("tls", Certificates.wrongHost()), "https");
    }

    private static Site listen(Message message, String scheme) {
        return new Site(JVM, scheme, "127.0.0.1", JVM.ask(message));
    }
}
