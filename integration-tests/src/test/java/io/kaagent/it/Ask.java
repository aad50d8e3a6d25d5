package io.kaagent.it;

import io.kaagent.it.child.Finish;
import io.kaagent.it.child.Message;
import java.util.stream.Collectors;

/** A request for the legacy application to send. */
final class Ask {
    private final Message keys = new Message("keys");

    private Ask(String url) {
        keys.with("url", url);
    }

    static Ask of(String url) {
        return new Ask(url);
    }

    /** @param query how the server shall answer, such as {@code body=100&chunked} */
    static Ask of(Site site, String query) {
        return new Ask(site.url(query));
    }

    static Ask of(Site site, int port, String query) {
        return new Ask(site.url(port, query));
    }

    /** The threads of a load share the site's ports out among them. */
    static Ask ofAllPorts(Site site, String query) {
        return new Ask(site.ports().stream().map(port -> site.url(port, query)).collect(Collectors.joining(" ")));
    }

    Ask method(String method) {
        return with("method", method);
    }

    /** Sends that many bytes, by POST unless said otherwise. */
    Ask body(int length) {
        return with("body", length);
    }

    Ask finish(Finish finish) {
        return with("finish", finish);
    }

    Ask id(String id) {
        return with("id", id);
    }

    /** Any other key that the child's Exchange knows. */
    Ask with(String key, Object value) {
        keys.with(key, value);
        return this;
    }

    Message as(String verb) {
        return new Message(verb).withAll(keys);
    }
}
