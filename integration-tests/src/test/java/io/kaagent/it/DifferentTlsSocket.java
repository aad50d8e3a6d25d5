package io.kaagent.it;

import static io.kaagent.it.RequestPair.of;
import static io.kaagent.it.RequestPair.ofFactories;

/**
 * Each input of a TLS socket's identity: two requests that differ in it alone, by the way to make their factory, by what is set on the
 * socket, or by the host it takes its peer for.
 */
enum DifferentTlsSocket {
    TRUST_ANCHORS(ofFactories("new trusting right", "new trusting wrong-host")),
    TRUST_ALL_AND_NOT(ofFactories("new trust-all", "new trusting wrong-host")),
    PIN(ofFactories("new pinned right", "new pinned wrong-host")),
    STATE(ofFactories("new switched on", "new switched off").unproved()),
    CONTEXT(ofFactories("new context TLSv1.2", "new context TLSv1.1")),
    CONTEXT_INITIALISED_AGAIN(ofFactories("new initialised-again right", "new initialised-again wrong-host")
            .at(ServerJvm::httpsForgettingSessions)),
    OWN_KEYS(ofFactories("new keys alice", "new keys bob").at(ServerJvm::httpsAskingForClients)),
    NO_KEYS(ofFactories("new keys alice", "new default").at(ServerJvm::httpsAskingForClients)),
    PROTOCOL(of("set", "protocol TLSv1.2", "protocol TLSv1.3").at(() -> ServerJvm.httpsWith("protocol", "TLSv1.2"))),
    CIPHER_SUITE(of("set", "suite TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "suite TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")
            .at(() -> ServerJvm.httpsWith("suite", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"))),
    SERVER_NAME(of("set", "name one.example", "name two.example")),
    NO_SERVER_NAME(of("set", "name one.example", "nothing")),
    ENDPOINT_IDENTIFICATION(of("set", "nothing", "identified HTTPS").at(ServerJvm::httpsOfAnotherHost)),
    ALGORITHM_CONSTRAINTS(of("set", "nothing", "refusing RSA")),
    APPLICATION_PROTOCOL(
            of("set", "application one", "application two").at(() -> ServerJvm.httpsWith("applications", "one,two"))),
    HOST(of("host", "other.example", "127.0.0.1")
            .at(ServerJvm::httpsOfAnotherHost)
            .with("set", "identified HTTPS"));

    private final RequestPair requests;

    DifferentTlsSocket(RequestPair requests) {
        this.requests = requests.with("noDelay", true);
    }

    RequestPair requests() {
        return requests;
    }
}
