package io.kaagent.it;

/**
 * Each input of the identity: two ways to make a factory that differ in it alone, and a server at which they must come to different
 * ends.
 */
enum DifferentTls {
    TRUST_ANCHORS("new trusting right", "new trusting wrong-host", true),
    TRUST_ALL_AND_NOT("new trust-all", "new trusting wrong-host", true),
    PIN("new pinned right", "new pinned wrong-host", true),
    PINS_IN_A_SET("new pinning right", "new pinning wrong-host", false),
    STATE("new switched on", "new switched off", false),
    CONTEXT("new context TLSv1.2", "new context TLSv1.1", true),
    OWN_KEYS("new keys alice", "new keys bob", true) {
        @Override
        Site site() {
            return ServerJvm.httpsAskingForClients();
        }
    },
    NO_KEYS("new keys alice", "new default", true) {
        @Override
        Site site() {
            return ServerJvm.httpsAskingForClients();
        }
    },
    PROTOCOL("new protocol TLSv1.2", "new protocol TLSv1.3", true) {
        @Override
        Site site() {
            return ServerJvm.httpsWith("protocol", "TLSv1.2");
        }
    },
    CIPHER_SUITE(
            "new suite TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "new suite TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            true) {
        @Override
        Site site() {
            return ServerJvm.httpsWith("suite", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        }
    },
    ENDPOINT_IDENTIFICATION("new identified none", "new identified HTTPS", true) {
        @Override
        Site site() {
            return ServerJvm.httpsOfAnotherHost();
        }

        @Override
        Ask ask(Site site, String factory) {
            return super.ask(site, factory).with("verifier", "new permissive");
        }
    },
    VERIFIER("permissive", "strict", true) {
        @Override
        Site site() {
            return ServerJvm.httpsOfAnotherHost();
        }

        @Override
        Ask ask(Site site, String verifier) {
            return super.ask(site, "new default").with("verifier", "new " + verifier);
        }
    };

    private final String lax;
    private final String strict;
    private final boolean proved;

    DifferentTls(String lax, String strict, boolean proved) {
        this.lax = lax;
        this.strict = strict;
        this.proved = proved;
    }

    Site site() {
        return ServerJvm.https();
    }

    /** Gets a right answer. */
    Ask lax(Site site) {
        return ask(site, lax);
    }

    /** Fails, or is somebody else. */
    Ask strict(Site site) {
        return ask(site, strict);
    }

    /** Whether two of the lax kind share. */
    boolean isProved() {
        return proved;
    }

    /** All with the same id, so that answers can be compared. */
    Ask ask(Site site, String factory) {
        return Ask.of(site, "body=10").with("factory", factory).id("same");
    }
}
