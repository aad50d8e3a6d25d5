package io.kaagent.it;

/**
 * Each input of a TLS socket's identity: two requests that differ in it alone, and a server at which they must come to different ends. The
 * key is a factory, which is made anew for each request, or what is set on the socket, or the host it takes its peer for.
 */
enum DifferentTlsSocket {
    TRUST_ANCHORS("factory", "new trusting right", "new trusting wrong-host"),
    TRUST_ALL_AND_NOT("factory", "new trust-all", "new trusting wrong-host"),
    PIN("factory", "new pinned right", "new pinned wrong-host"),
    STATE("factory", "new switched on", "new switched off") {
        @Override
        boolean isProved() {
            return false;
        }
    },
    CONTEXT("factory", "new context TLSv1.2", "new context TLSv1.1"),
    CONTEXT_INITIALISED_AGAIN("factory", "new initialised-again right", "new initialised-again wrong-host") {
        @Override
        Site site() {
            return ServerJvm.httpsForgettingSessions();
        }
    },
    OWN_KEYS("factory", "new keys alice", "new keys bob") {
        @Override
        Site site() {
            return ServerJvm.httpsAskingForClients();
        }
    },
    NO_KEYS("factory", "new keys alice", "new default") {
        @Override
        Site site() {
            return ServerJvm.httpsAskingForClients();
        }
    },
    PROTOCOL("set", "protocol TLSv1.2", "protocol TLSv1.3") {
        @Override
        Site site() {
            return ServerJvm.httpsWith("protocol", "TLSv1.2");
        }
    },
    CIPHER_SUITE("set", "suite TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "suite TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384") {
        @Override
        Site site() {
            return ServerJvm.httpsWith("suite", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        }
    },
    SERVER_NAME("set", "name one.example", "name two.example"),
    NO_SERVER_NAME("set", "name one.example", "nothing"),
    ENDPOINT_IDENTIFICATION("set", "nothing", "identified HTTPS") {
        @Override
        Site site() {
            return ServerJvm.httpsOfAnotherHost();
        }
    },
    ALGORITHM_CONSTRAINTS("set", "nothing", "refusing RSA"),
    APPLICATION_PROTOCOL("set", "application one", "application two") {
        @Override
        Site site() {
            return ServerJvm.httpsWith("applications", "one,two");
        }
    },
    HOST("host", "other.example", "127.0.0.1") {
        @Override
        Site site() {
            return ServerJvm.httpsOfAnotherHost();
        }

        @Override
        Ask ask(Site site, String host) {
            return super.ask(site, host).with("set", "identified HTTPS");
        }
    };

    private final String key;
    private final String lax;
    private final String strict;

    DifferentTlsSocket(String key, String lax, String strict) {
        this.key = key;
        this.lax = lax;
        this.strict = strict;
    }

    Site site() {
        return ServerJvm.https();
    }

    /** Gets a right answer. */
    Ask lax(Site site) {
        return ask(site, lax);
    }

    /** Fails, or is somebody else, or is seen as such. */
    Ask strict(Site site) {
        return ask(site, strict);
    }

    /** Whether two of the lax kind share. */
    boolean isProved() {
        return true;
    }

    /** All with the same id, so that answers can be compared, and from contexts that mean the same but do not resume a session. */
    Ask ask(Site site, String value) {
        return Ask.of(site, "body=10")
                .with("factory", "new default")
                .with(key, value)
                .with("noDelay", true)
                .id("same");
    }
}
