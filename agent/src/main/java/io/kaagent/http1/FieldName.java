package io.kaagent.http1;

/** The fields that say where a message ends or what becomes of its connection; all others are one to the framing. */
enum FieldName {
    CONTENT_LENGTH("content-length"),
    TRANSFER_ENCODING("transfer-encoding"),
    CONNECTION("connection"),
    PROXY_CONNECTION("proxy-connection"),
    KEEP_ALIVE("keep-alive"),
    UPGRADE("upgrade"),
    EXPECT("expect"),
    AUTHORIZATION("authorization"),
    PROXY_AUTHORIZATION("proxy-authorization"),
    WWW_AUTHENTICATE("www-authenticate"),
    PROXY_AUTHENTICATE("proxy-authenticate"),
    TRAILER("trailer"),
    /** The first WebSocket draft: its handshake has 8 bytes behind the head that no length announces. */
    SEC_WEBSOCKET_KEY1("sec-websocket-key1"),
    OTHER("");

    /** The length of the longest name. */
    static final int LONGEST = 19;

    private static final FieldName[][] BY_LENGTH = byLength();

    private final byte[] name;

    FieldName(String name) {
        this.name = Words.word(name);
    }

    /** @param to where the name ends; any length */
    static FieldName of(byte[] bytes, int from, int to) {
        if (to - from <= LONGEST) {
            for (FieldName candidate : BY_LENGTH[to - from]) {
                if (Words.is(bytes, from, to, candidate.name)) {
                    return candidate;
                }
            }
        }
        return OTHER;
    }

    private static FieldName[][] byLength() {
        FieldName[][] byLength = new FieldName[LONGEST + 1][0];
        for (FieldName field : values()) {
            FieldName[] others = byLength[field.name.length];
            FieldName[] all = new FieldName[others.length + 1];
            System.arraycopy(others, 0, all, 0, others.length);
            all[others.length] = field;
            byLength[field.name.length] = all;
        }
        return byLength;
    }
}
