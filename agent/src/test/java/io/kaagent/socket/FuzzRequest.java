package io.kaagent.socket;

import java.util.Random;

/** A random request. What the server is to answer is in its target: a number of its own, the kind, and how much. */
final class FuzzRequest {
    static final String KINDS = "LLLUUUNCSB";

    final int id;
    final String method;
    final String text;
    final boolean chunked;

    FuzzRequest(Random random, int id) {
        this.id = id;
        method = pick(random, "GET", "GET", "HEAD", "PUT", "POST");
        boolean body = method.startsWith("P");
        int minor = random.nextInt(4) == 0 ? 0 : 1;
        chunked = body && minor == 1 && random.nextInt(3) == 0;
        String connection =
                pick(random, "", "", "Connection: close\r\n", "Connection: close\r\n", "Connection: keep-alive\r\n");
        String content = "b".repeat(1 + random.nextInt(50));
        String length = "Content-Length: " + content.length() + "\r\n";
        text = method + " /" + id + "/" + KINDS.charAt(random.nextInt(KINDS.length())) + "/" + random.nextInt(40)
                + " HTTP/1." + minor + "\r\nHost: h\r\n"
                + (random.nextBoolean() ? connection + fields(body, length) : fields(body, length) + connection)
                + "\r\n"
                + (!body ? "" : chunked ? chunks(content) : content);
    }

    /** Whether it is sent again where a used connection turns out to be stale. */
    boolean isRepeatable() {
        return !method.equals("POST") && !chunked;
    }

    @Override
    public String toString() {
        return text.substring(0, text.indexOf("\r\n"))
                + (text.contains("Connection: close") ? " close" : "")
                + (text.contains("keep-alive") ? " keep-alive" : "")
                + (chunked ? " chunked" : "");
    }

    private String fields(boolean body, String length) {
        return !body ? "" : chunked ? "Transfer-Encoding: chunked\r\n" : length;
    }

    private static String chunks(String content) {
        int half = content.length() / 2;
        return (half == 0 ? "" : Integer.toHexString(half) + "\r\n" + content.substring(0, half) + "\r\n")
                + Integer.toHexString(content.length() - half) + "\r\n" + content.substring(half) + "\r\n0\r\n\r\n";
    }

    private static String pick(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }
}
