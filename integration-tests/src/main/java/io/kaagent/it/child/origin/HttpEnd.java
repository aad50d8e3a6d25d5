package io.kaagent.it.child.origin;

import java.io.IOException;
import java.util.Arrays;

/** An answer whose connection ends so many bytes (cut) before its end, once that is signalled: by a goodbye (by=close), by fin or by rst. */
final class HttpEnd {
    private final Connection connection;
    private final HttpRequest request;

    HttpEnd(Connection connection, HttpRequest request) {
        this.connection = connection;
        this.request = request;
    }

    void write(byte[] whole) throws IOException {
        connection.write(Arrays.copyOf(whole, whole.length - request.number("cut", 0)));
        connection.origin().signals().await(request.id());
        String by = request.how("by");
        if (!by.equals("close")) {
            connection.breakOff(by.equals("rst"));
        }
    }
}
