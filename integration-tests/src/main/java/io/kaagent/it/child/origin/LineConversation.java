package io.kaagent.it.child.origin;

import java.io.IOException;

/** Protocols of lines that are not HTTP. A line's last word is the request's id. */
final class LineConversation {
    private final Connection connection;

    LineConversation(Connection connection) {
        this.connection = connection;
    }

    void hold() throws IOException {
        if (connection.origin().manner() == Manner.GREETING) {
            connection.write("220 ready\r\n");
        }
        boolean more = true;
        while (more) {
            String line = connection.line();
            more = line != null && answer(line);
        }
    }

    private boolean answer(String line) throws IOException {
        String id = line.substring(line.lastIndexOf(' ') + 1);
        switch (connection.origin().manner()) {
            case GREETING:
                return greet(line, id);
            case PING:
                connection.arrived(id);
                connection.write("PONG " + id + "\r\n");
                return true;
            case MEMCACHED:
                connection.arrived(id);
                connection.write("VALUE " + id + " 0 5\r\nvalue\r\nEND\r\n");
                return true;
            default:
                return describe(line);
        }
    }

    private boolean greet(String line, String id) throws IOException {
        if (line.equals("QUIT")) {
            connection.write("221 bye\r\n");
            return false;
        }
        connection.arrived(id);
        connection.write("250 hello " + id + "\r\n");
        return true;
    }

    /** {@code OPTIONS rtsp://host/id RTSP/1.0}, fields, and an empty line. */
    private boolean describe(String line) throws IOException {
        String target = line.split(" ")[1];
        String id = target.substring(target.lastIndexOf('/') + 1);
        for (String field = connection.line(); field != null && !field.isEmpty(); ) {
            field = connection.line();
        }
        connection.arrived(id);
        connection.write("RTSP/1.0 200 OK\r\nCSeq: 1\r\nX-Id: " + id + "\r\n\r\n");
        return true;
    }
}
