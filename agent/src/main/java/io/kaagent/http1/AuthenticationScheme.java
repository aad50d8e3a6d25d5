package io.kaagent.http1;

/** The schemes that authenticate the connection, not the request: whoever uses it afterwards acts as that user. */
final class AuthenticationScheme {
    private static final byte[] NTLM = Words.word("ntlm");
    private static final byte[] NEGOTIATE = Words.word("negotiate");
    private static final byte[] KERBEROS = Words.word("kerberos");

    private AuthenticationScheme() {}

    /** Whether such a scheme is named at the start of the value, or behind a comma, where the next challenge may begin. */
    static boolean bindsConnection(byte[] bytes, int from, int to) {
        int start = from;
        while (start <= to) {
            int word = Words.skipBlanks(bytes, start, to);
            if (Words.startsWith(bytes, word, to, NTLM)
                    || Words.startsWith(bytes, word, to, NEGOTIATE)
                    || Words.startsWith(bytes, word, to, KERBEROS)) {
                return true;
            }
            start = Words.elementEnd(bytes, start, to) + 1;
        }
        return false;
    }
}
