package io.kaagent.http1;

/** What the fields of a response say of its length and its connection. */
final class ResponseFields implements FieldSink {
    final BodyLength body = new BodyLength();
    final ConnectionOptions connection = new ConnectionOptions();
    final ConnectionOptions proxyConnection = new ConnectionOptions();
    final KeepAliveHint hint = new KeepAliveHint();

    private boolean boundToUser;

    void clear() {
        body.clear();
        connection.clear();
        proxyConnection.clear();
        hint.clear();
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
                proxyConnection.take(bytes, from, to);
                return true;
            case KEEP_ALIVE:
                hint.take(bytes, from, to);
                return true;
            case WWW_AUTHENTICATE:
            case PROXY_AUTHENTICATE:
                boundToUser |= AuthenticationScheme.bindsConnection(bytes, from, to);
                return true;
            default:
                return true;
        }
    }

    /** A length twice is one length, but whoever says so is not to be trusted with another request. */
    boolean endConnection(int minorVersion) {
        return connection.endsConnection(minorVersion) || proxyConnection.hasClose() || body.isRepeated();
    }

    boolean isBoundToUser() {
        return boundToUser;
    }
}
