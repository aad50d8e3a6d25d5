package io.kaagent.it;

/** How legacy applications make a socket factory for each request: all of one kind trust, and are, and check, the same. */
enum SameTls {
    OF_ONE_CONTEXT("new of-one-context"),
    DEFAULT_TRUST("new default"),
    SAME_TRUST_STORE("new trusting right"),
    TRUST_ALL("new trust-all"),
    SAME_PIN("new pinned right"),
    SAME_KEY("new keys alice"),
    SAME_RESTRICTION("new protocol TLSv1.2");

    private final String factory;

    SameTls(String factory) {
        this.factory = factory;
    }

    Ask ask(Site site) {
        return Ask.of(site, "body=100").with("factory", factory);
    }
}
