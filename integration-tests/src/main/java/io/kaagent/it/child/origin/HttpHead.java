package io.kaagent.it.child.origin;

/**
 * Status line and fields of an answer in the origin's manner. Of the query: status, unknown, cookie, large (a field of so many characters), lf
 * (lines end without CR).
 */
final class HttpHead {
    private static final String DATE = "Date: Sat, 01 Jan 2005 00:00:00 GMT\r\n";
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final Manner manner;
    private final HttpRequest request;
    private final int status;
    private final boolean asked;
    private final boolean keeps;
    private final boolean chunked;

    HttpHead(Origin origin, HttpRequest request) {
        this.request = request;
        manner = origin.manner();
        status = request.number("status", 200);
        asked = request.asksTo("keep-alive");
        boolean closes = manner == Manner.OLD || request.asksTo("close");
        boolean known = !request.wants("unknown") || !hasBody();
        boolean current = request.minorVersion() == 1;
        keeps = !closes && (current || asked && known);
        chunked = !known && current && (keeps || manner.chunksWhenClosing());
    }

    boolean keepsConnection() {
        return keeps;
    }

    boolean isChunked() {
        return chunked;
    }

    boolean hasBody() {
        return status != NO_CONTENT && status != NOT_MODIFIED;
    }

    String of(int length) {
        String line = (manner == Manner.OLD ? "HTTP/1.0 " : "HTTP/1.1 ") + status + " " + reason() + "\r\n";
        String head = line + fields(framing(length), connection()) + "\r\n";
        return request.wants("lf") ? head.replace("\r\n", "\n") : head;
    }

    private String fields(String framing, String connection) {
        switch (manner) {
            case NGINX:
            case FORGETFUL:
                return "Server: nginx/1.4.6\r\n" + DATE + type() + framing + connection + own();
            case APACHE:
                return DATE + "Server: Apache/2.2.22\r\n" + own() + (chunked ? "" : framing) + connection
                        + (chunked ? framing : "") + type();
            case JETTY:
                return type() + own() + framing + connection + "Server: Jetty(6.1.26)\r\n";
            default:
                return "Server: SimpleHTTP/0.6\r\n" + DATE + type() + framing + own();
        }
    }

    private String connection() {
        if (!keeps) {
            return "Connection: close\r\n";
        }
        switch (manner) {
            case NGINX:
            case FORGETFUL:
                return "Connection: keep-alive\r\n";
            case APACHE:
                return asked ? "Keep-Alive: timeout=5\r\nConnection: Keep-Alive\r\n" : "";
            default:
                return asked && request.minorVersion() == 0 ? "Connection: keep-alive\r\n" : "";
        }
    }

    private String framing(int length) {
        if (chunked) {
            return "Transfer-Encoding: chunked\r\n";
        }
        return request.wants("unknown") || !hasBody() ? "" : "Content-Length: " + length + "\r\n";
    }

    private String type() {
        return hasBody() ? "Content-Type: text/plain\r\n" : "";
    }

    private String own() {
        StringBuilder own = new StringBuilder("X-Id: " + request.id() + "\r\n");
        if (request.wants("cookie")) {
            own.append("Set-Cookie: id=").append(request.id()).append("; path=/\r\n");
        }
        if (request.wants("large")) {
            own.append("X-Large: ");
            for (int i = 0; i < request.number("large", 0); i++) {
                own.append((char) ('a' + i % 26));
            }
            own.append("\r\n");
        }
        return own.toString();
    }

    private String reason() {
        switch (status) {
            case NO_CONTENT:
                return "No Content";
            case NOT_MODIFIED:
                return "Not Modified";
            default:
                return "OK";
        }
    }
}
