package io.kaagent.it;

import io.kaagent.it.child.Finish;

/** The shapes of requests that legacy applications send. */
enum Shape {
    READ_AND_CLOSE(false, "body=100", Finish.CLOSE),
    READ_AND_DISCONNECT(false, "body=100", Finish.DISCONNECT),
    READ_ONLY(false, "body=100", Finish.READ),
    POST(false, "", Finish.CLOSE) {
        @Override
        Ask ask(Site site) {
            return super.ask(site).body(200);
        }
    },
    HEAD(false, "body=100", Finish.CLOSE) {
        @Override
        Ask ask(Site site) {
            return super.ask(site).method("HEAD");
        }
    },
    CHUNKED(false, "body=300&chunked", Finish.CLOSE),
    CHUNKED_AND_DISCONNECT(false, "body=300&chunked", Finish.DISCONNECT),
    HTTPS(true, "body=100", Finish.CLOSE),
    HTTPS_AND_DISCONNECT(true, "body=100", Finish.DISCONNECT);

    private final boolean https;
    private final String query;
    private final Finish finish;

    Shape(boolean https, String query, Finish finish) {
        this.https = https;
        this.query = query;
        this.finish = finish;
    }

    Site site() {
        return https ? ServerJvm.https() : ServerJvm.site();
    }

    Ask ask(Site site) {
        return Ask.of(site, query).finish(finish);
    }
}
