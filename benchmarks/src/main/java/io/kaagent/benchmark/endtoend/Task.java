package io.kaagent.benchmark.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is to be asked, whoever asks it, and the one right answer. Immutable. */
public final class Task {
    static final int LENGTH = 1000;

    public static final String SOAP_TYPE = "text/xml; charset=utf-8";
    private static final byte[] ENVELOPE = envelope("<getQuote><symbol>KA</symbol></getQuote>");

    /** Where the server is: scheme, host, port. */
    public final String base;

    /** A letter, by which the server knows what to answer. */
    public final char path;

    /** A POST, with this SOAP envelope; null: a GET. */
    public final byte[] body;

    /** Whether anybody wants the body of the answer. */
    public final boolean read;

    private final int status;
    private final byte[] expected;

    private Task(String base, char path, byte[] body, int status, boolean read) {
        this.base = base;
        this.path = path;
        this.body = body;
        this.status = status;
        this.read = read;
        this.expected = body(path);
    }

    static Task get(String base) {
        return new Task(base, 'g', null, 200, true);
    }

    static Task failing(String base) {
        return new Task(base, 'e', null, 500, false);
    }

    static Task soap(String base) {
        return new Task(base, 'p', ENVELOPE, 200, true);
    }

    public String url() {
        return base + "/" + path;
    }

    /** @param got the body, if it was to be read */
    public void check(int code, byte[] got) throws IOException {
        if (code != status || read && !Arrays.equals(got, expected)) {
            throw new IOException(url() + ": " + code + " and a wrong body");
        }
    }

    /** @param answer head and body */
    void check(byte[] answer, int length) throws IOException {
        check(
                Integer.parseInt(new String(answer, 9, 3, StandardCharsets.ISO_8859_1)),
                Arrays.copyOfRange(answer, length - LENGTH, length));
    }

    /** That the server answers with. */
    static byte[] body(char path) {
        char[] text = new char[LENGTH];
        Arrays.fill(text, path);
        return path == 'p'
                ? Arrays.copyOf(envelope("<quote>1</quote>" + new String(text)), LENGTH)
                : new String(text).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] envelope(String content) {
        return ("<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                        + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                        + content
                        + "</soap:Body></soap:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
