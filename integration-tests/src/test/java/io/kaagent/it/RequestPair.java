package io.kaagent.it;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Two requests that differ in one input of a TLS identity alone, and a server at which they must come to different ends. */
final class RequestPair {
    private final String key;
    private final String lax;
    private final String strict;
    private final Map<String, Object> common = new LinkedHashMap<>();
    private Supplier<Site> server = ServerJvm::https;
    private boolean isProved = true;

    private RequestPair(String key, String lax, String strict) {
        this.key = key;
        this.lax = lax;
        this.strict = strict;
        common.put("factory", "new default");
    }

    /** @param key that the lax one sets to the one value, and the strict one to the other */
    static RequestPair of(String key, String lax, String strict) {
        return new RequestPair(key, lax, strict);
    }

    /** By two ways to make a factory. */
    static RequestPair ofFactories(String lax, String strict) {
        return of("factory", lax, strict);
    }

    /** Not at a plain HTTPS server, but at that one. */
    RequestPair at(Supplier<Site> otherServer) {
        server = otherServer;
        return this;
    }

    /** What both requests have. */
    RequestPair with(String name, Object value) {
        common.put(name, value);
        return this;
    }

    /** Not even two of the lax kind share. */
    RequestPair unproved() {
        isProved = false;
        return this;
    }

    Site site() {
        return server.get();
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
        return isProved;
    }

    /** All with the same id, so that answers can be compared. */
    private Ask ask(Site site, String value) {
        Ask ask = Ask.of(site, "body=10");
        common.forEach(ask::with);
        return ask.with(key, value).id("same");
    }
}
