package io.kaagent.start;

import io.kaagent.config.Options;

/**
 * {@code http.keepAlive=false} tells the JDK to ask every server to close. That is respected, unless {@code ka.keepAlive=true} was
 * given to the agent: then the later word counts.
 */
final class HttpKeepAlive {
    private HttpKeepAlive() {}

    static boolean isOff() {
        String told = System.getProperty("http.keepAlive");
        return told != null && !Boolean.parseBoolean(told);
    }

    static boolean isForced(Options options) {
        return isOff() && options.keepAliveSetExplicitly() && options.global().keepAlive();
    }
}
