package io.kaagent.http1;

/** What the fields of a request say of its length and its connection. */
final class RequestFields implements FieldSink {
    private static final byte[] CONTINUE = Words.word("100-continue");

    final BodyLength body = new BodyLength();
    final ConnectionOptions connection = new ConnectionOptions();

    private boolean proxyConnection;
    private boolean upgrade;
    private boolean expectsContinue;
    private boolean boundToUser;

    void clear() {
        body.clear();
        connection.clear();
        proxyConnection = false;
        upgrade = false;
        expectsContinue = false;
        boundToUser = false;
    }

    @Override
    public boolean field(FieldName name, byte[] bytes, int from, int to) {
        switch (name) {
            case CONTENT_LENGTH:
                return body.takeLength(bytes, from, to);
            case TRANSFER_ENCODING:
                return body.takeEncoding(bytes, from, to);
            case CONNECTION:
                connection.take(bytes, from, to);
                return true;
            case PROXY_CONNECTION:
                proxyConnection = true;
                return true;
            case UPGRADE:
                upgrade = true;
                return true;
            case EXPECT:
                expectsContinue |= Words.is(bytes, from, to, CONTINUE);
                return true;
            case AUTHORIZATION:
            case PROXY_AUTHORIZATION:
                boundToUser |= AuthenticationScheme.bindsConnection(bytes, from, to);
                return true;
            default:
                return name != FieldName.SEC_WEBSOCKET_KEY1;
        }
    }

    boolean hasProxyConnection() {
        return proxyConnection;
    }

    boolean asksUpgrade() {
        return upgrade || connection.hasUpgrade();
    }

    boolean expectsContinue() {
        return expectsContinue;
    }

    boolean isBoundToUser() {
        return boundToUser;
    }
}
