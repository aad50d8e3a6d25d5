package io.kaagent.it.child;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;

/** Verifiers that an application makes anew for each request. */
final class FreshVerifier {
    private FreshVerifier() {}

    /** @param name {@code new permissive}, {@code new strict}, {@code new pinned HOST} or {@code new changing HOST} */
    static HostnameVerifier of(String name) {
        String[] words = name.split(" ");
        switch (words[1]) {
            case "permissive":
                return permissive();
            case "strict":
                return strict();
            case "pinned":
                return new Pinned(words[2].intern());
            default:
                return new Changing(words[2].intern());
        }
    }

    private static HostnameVerifier permissive() {
        return new HostnameVerifier() {
            @Override
            public boolean verify(String host, SSLSession session) {
                return true;
            }
        };
    }

    private static HostnameVerifier strict() {
        return new HostnameVerifier() {
            @Override
            public boolean verify(String host, SSLSession session) {
                return false;
            }
        };
    }

    private static final class Pinned implements HostnameVerifier {
        private final String accepted;

        Pinned(String accepted) {
            this.accepted = accepted;
        }

        @Override
        public boolean verify(String host, SSLSession session) {
            return host.equals(accepted);
        }
    }

    private static final class Changing implements HostnameVerifier {
        private String accepted;

        Changing(String accepted) {
            this.accepted = accepted;
        }

        @Override
        public boolean verify(String host, SSLSession session) {
            return host.equals(accepted);
        }
    }
}
