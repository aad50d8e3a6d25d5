package io.kaagent.benchmark;

import java.nio.charset.StandardCharsets;

/** The requests, as raw clients write them. */
final class Request {
    private Request() {}

    static byte[] head(String line, String... fields) {
        StringBuilder head =
                new StringBuilder(line).append("\r\nHost: localhost\r\nUser-Agent: raw\r\nAccept: */*\r\n");
        for (String field : fields) {
            head.append(field).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
