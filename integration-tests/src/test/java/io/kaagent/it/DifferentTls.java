package io.kaagent.it;

import static io.kaagent.it.RequestPair.of;
import static io.kaagent.it.RequestPair.ofFactories;

/** Each input of the identity: two requests that differ in it alone, by the way to make their factory or by their verifier. */
enum DifferentTls {
    TRUST_ANCHORS(ofFactories("new trusting right", "new trusting wrong-host")),
    TRUST_ALL_AND_NOT(ofFactories("new trust-all", "new trusting wrong-host")),
    PIN(ofFactories("new pinned right", "new pinned wrong-host")),
    PINS_IN_A_SET(ofFactories("new pinning right", "new pinning wrong-host").unproved()),
    STATE(ofFactories("new switched on", "new switched off").unproved()),
    CONTEXT(ofFactories("new context TLSv1.2", "new context TLSv1.1")),
    OWN_KEYS(ofFactories("new keys alice", "new keys bob").at(ServerJvm::httpsAskingForClients)),
    NO_KEYS(ofFactories("new keys alice", "new default").at(ServerJvm::httpsAskingForClients)),
    PROTOCOL(ofFactories("new protocol TLSv1.2", "new protocol TLSv1.3")
            .at(() -> ServerJvm.httpsWith("protocol", "TLSv1.2"))),
    CIPHER_SUITE(ofFactories(
                    "new suite TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                    "new suite TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")
            .at(() -> ServerJvm.httpsWith("suite", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"))),
    ENDPOINT_IDENTIFICATION(ofFactories("new identified none", "new identified HTTPS")
            .at(ServerJvm::httpsOfAnotherHost)
            .with("verifier", "new permissive")),
    VERIFIER(of("verifier", "new permissive", "new strict").at(ServerJvm::httpsOfAnotherHost));

    private final RequestPair requests;

    DifferentTls(RequestPair requests) {
        this.requests = requests;
    }

    RequestPair requests() {
        return requests;
    }
}
