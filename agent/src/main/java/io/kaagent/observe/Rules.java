package io.kaagent.observe;

import io.kaagent.config.OriginOptions;

/** The options that pooling would have gone by. Any thread. */
public interface Rules {
    OriginOptions of(String host, int port);

    /** Whether anything would have been kept for that kind of client. */
    boolean keeps(OriginOptions options, boolean ofJdk, boolean secure);

    /** How long a connection may be free where the server gives no hint, in milliseconds; 0: without limit. */
    long idleMillis(OriginOptions options);
}
