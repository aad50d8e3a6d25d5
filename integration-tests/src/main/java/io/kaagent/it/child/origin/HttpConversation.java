package io.kaagent.it.child.origin;

import java.io.IOException;

/** Answers one request after the other, until the connection has to end. */
final class HttpConversation {
    private static final int MEMORY = 3;

    private final Connection connection;
    private int answers;

    HttpConversation(Connection connection) {
        this.connection = connection;
    }

    void hold() throws IOException {
        boolean more = true;
        while (more) {
            HttpRequest request = HttpRequest.readHead(connection);
            more = request != null && answer(request);
        }
    }

    private boolean answer(HttpRequest request) throws IOException {
        connection.arrived(request.id());
        if (request.isSimple()) {
            connection.write("simple answer to " + request.id() + "\n");
            return false;
        }
        if (!request.isHttp1()) {
            connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return false;
        }
        if (request.is("CONNECT")) {
            return becomes("HTTP/1.1 200 Connection established\r\n\r\n");
        }
        if (request.asksTo("upgrade")) {
            return becomes("HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\n");
        }
        if (request.has("expect", "100-continue")) {
            connection.write("HTTP/1.1 100 Continue\r\n\r\n");
        }
        request.readBody();
        answers++;
        return new HttpAnswer(connection, request).write() && !forgets();
    }

    private boolean forgets() {
        return connection.origin().manner() == Manner.FORGETFUL && answers == MEMORY;
    }

    private boolean becomes(String answer) throws IOException {
        connection.write(answer);
        connection.echo();
        return false;
    }
}
