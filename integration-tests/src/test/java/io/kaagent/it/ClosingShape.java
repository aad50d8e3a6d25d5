package io.kaagent.it;

/** Requests that ask to close, of a server that then does so. */
enum ClosingShape {
    GET("body=100&obeys"),
    CHUNKED("body=300&chunked&obeys"),
    ENDED_BY_CLOSE("body=300&chunked&obeys=eof"),
    NO_BODY("body=0&obeys"),
    NOT_FOUND("body=100&obeys&status=404"),
    HEAD("body=100&obeys") {
        @Override
        Ask ask(Site site) {
            return super.ask(site).method("HEAD");
        }
    },
    POST("obeys") {
        @Override
        Ask ask(Site site) {
            return super.ask(site).body(200);
        }
    },
    STREAMED("obeys") {
        @Override
        Ask ask(Site site) {
            return super.ask(site).body(200).with("streaming", "fixed");
        }
    },
    STREAMED_IN_CHUNKS("obeys") {
        @Override
        Ask ask(Site site) {
            return super.ask(site).body(200).with("streaming", "chunked");
        }
    },
    HTTPS("body=100&obeys") {
        @Override
        Site site() {
            return ServerJvm.https();
        }
    },
    HTTPS_POST("obeys") {
        @Override
        Site site() {
            return ServerJvm.https();
        }

        @Override
        Ask ask(Site site) {
            return super.ask(site).body(200);
        }
    };

    private final String query;

    ClosingShape(String query) {
        this.query = query;
    }

    Site site() {
        return ServerJvm.site();
    }

    Ask ask(Site site) {
        return of(site, query);
    }

    static Ask of(Site site, String query) {
        return Ask.of(site, query).with("header", "Connection: close");
    }
}
