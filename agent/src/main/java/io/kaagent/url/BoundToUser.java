package io.kaagent.url;

/**
 * Does this request authenticate the connection rather than the request? NTLM and Negotiate (Kerberos) do: whoever uses the
 * connection afterwards acts as that user. The JDK shares such connections ({@code jdk.ntlm.cache}, {@code jdk.spnego.cache}); for a
 * pool that keeps them longer that would be worse than no reuse.
 */
final class BoundToUser {
    private static final String[] SCHEMES = {"NTLM", "Negotiate", "Kerberos"};

    private BoundToUser() {}

    static boolean isBound(Object headers) {
        return isBound(Fields.last(headers, "Authorization")) || isBound(Fields.last(headers, "Proxy-Authorization"));
    }

    static boolean isBound(String credentials) {
        return Fields.begins(credentials, SCHEMES);
    }
}
