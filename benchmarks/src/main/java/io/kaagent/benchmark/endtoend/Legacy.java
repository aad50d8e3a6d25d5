package io.kaagent.benchmark.endtoend;

import java.io.IOException;

/** What legacy clients do, each in its own way. */
enum Legacy {
    READ_CLOSE("read, `close()`") {
        @Override
        Asker asker() {
            return new UrlAsker(false);
        }
    },
    READ_DISCONNECT("read, `disconnect()`") {
        @Override
        Asker asker() {
            return new UrlAsker(true);
        }
    },
    UNREAD_ERROR("500, never read") {
        @Override
        Task task(String base) {
            return Task.failing(base);
        }

        @Override
        Asker asker() {
            return new UrlAsker(false);
        }
    },
    NEW_FACTORY("a socket factory each, `disconnect()`") {
        @Override
        boolean fits(boolean tls) {
            return tls;
        }

        @Override
        Asker asker() throws IOException {
            return new FactoryAsker();
        }
    },
    RAW_CLOSE("raw, `Connection: close`") {
        @Override
        Asker asker() {
            return new RawAsker("HTTP/1.1", "Connection: close\r\n");
        }
    },
    RAW_10("raw HTTP/1.0") {
        @Override
        Asker asker() {
            return new RawAsker("HTTP/1.0", "");
        }
    },
    SOAP("SOAP POST, `disconnect()`") {
        @Override
        Task task(String base) {
            return Task.soap(base);
        }

        @Override
        Asker asker() {
            return new UrlAsker(true);
        }
    };

    final String told;

    Legacy(String told) {
        this.told = told;
    }

    /** Those that speak to a socket themselves: no property of the JDK changes what they do. */
    boolean raw() {
        return name().startsWith("RAW");
    }

    boolean fits(boolean tls) {
        return true;
    }

    Task task(String base) {
        return Task.get(base);
    }

    abstract Asker asker() throws IOException;
}
