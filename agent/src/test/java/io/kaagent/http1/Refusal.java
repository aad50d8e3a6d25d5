package io.kaagent.http1;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Why we refuse a stream: the rows of the table in {@code docs/framing.md}. */
enum Refusal {
    START_LINE("Start lines"),
    LINE_ENDS("Line ends"),
    CONTROL("Control characters"),
    FIELD_LINE("Field lines"),
    FOLD("Folded lines"),
    LENGTH("Lengths"),
    ENCODING("Transfer codings"),
    NO_BODY("Bodies where there is none"),
    OTHER_PROTOCOL("Other protocols"),
    CHUNK("Chunks"),
    TRAILER("Trailers"),
    TOO_LONG("Too long");

    final String heading;

    Refusal(String heading) {
        this.heading = heading;
    }

    /** @param toHead null for requests */
    static Refusal of(byte[] stream, boolean[] toHead) {
        RequestFraming requests = new RequestFraming();
        ResponseFraming responses = new ResponseFraming();
        responses.begin(toHead != null && OurReader.isToHead(toHead, 0));
        boolean body = false;
        int answers = 0;
        int message = 0;
        for (int i = 0; i < stream.length; i++) {
            boolean before = body;
            boolean refused;
            boolean ended;
            if (toHead == null) {
                requests.consume(stream, i, i + 1);
                body = requests.state() == RequestFraming.BODY;
                refused = requests.state() == RequestFraming.UNKNOWN;
                ended = requests.state() == RequestFraming.END;
            } else {
                if (responses.state() == ResponseFraming.END) {
                    responses.begin(OurReader.isToHead(toHead, ++answers));
                }
                responses.consume(stream, i, i + 1);
                body = responses.state() == ResponseFraming.BODY;
                refused = responses.state() == ResponseFraming.UNKNOWN;
                ended = responses.state() == ResponseFraming.END || responses.state() == ResponseFraming.INTERIM;
            }
            if (refused) {
                return before ? inBody(stream, message, i) : inHead(text(stream, message, i + 1));
            }
            if (ended || body && !before) {
                message = i + 1;
            }
        }
        throw new IllegalArgumentException("not refused");
    }

    /** Trailers begin where a chunk of size 0 has been. */
    private static Refusal inBody(byte[] stream, int from, int at) {
        int i = from;
        while (i < at) {
            int end = text(stream, i, at).indexOf('\n') + i;
            if (end < i) {
                return CHUNK;
            }
            int size = Integer.parseInt(text(stream, i, end).replaceAll("(?s)[^0-9a-fA-F].*", ""), 16);
            if (size == 0) {
                return TRAILER;
            }
            i = end + 1 + size + 2;
        }
        return CHUNK;
    }

    /** @param head with the byte that has made it unknown */
    private static Refusal inHead(String head) {
        if (head.length() > 16384) {
            return TOO_LONG;
        }
        int start = head.lastIndexOf('\n', head.length() - 2) + 1;
        String line = head.substring(start);
        char last = line.charAt(line.length() - 1);
        boolean startLine = head.substring(0, start).isBlank();
        if (line.matches("(?s).*\r[^\n]")) {
            return LINE_ENDS;
        }
        if (line.isBlank() && last == '\n' && line.length() <= 2 && !startLine) {
            return atEndOf(head);
        }
        if (last != '\n' && last != '\r' && last != '\t' && (last < ' ' || last == 0x7f)) {
            return CONTROL;
        }
        if (startLine) {
            return line.startsWith("CONNECT ") || line.startsWith("connect ") ? OTHER_PROTOCOL : inStartLine(line);
        }
        return inField(line, last);
    }

    private static Refusal inStartLine(String line) {
        return line.endsWith("\n") && line.matches("(?s)(\\S+ \\S+ HTTP/1\\.\\d|HTTP/1\\.\\d \\d{3}.*)\r?\n")
                ? LINE_ENDS
                : START_LINE;
    }

    private static Refusal inField(String line, char last) {
        if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            return FOLD;
        }
        if (last == '\r') {
            return LINE_ENDS;
        }
        if (last != '\n' || line.indexOf(':') < 0) {
            return FIELD_LINE;
        }
        String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "content-length" -> LENGTH;
            case "transfer-encoding" -> ENCODING;
            case "sec-websocket-key1" -> OTHER_PROTOCOL;
            default -> LINE_ENDS;
        };
    }

    private static Refusal atEndOf(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        boolean status = lower.startsWith("http/");
        if (status && lower.startsWith("101", 9)) {
            return OTHER_PROTOCOL;
        }
        boolean chunked = lower.contains("\ntransfer-encoding:");
        boolean length = lower.contains("\ncontent-length:");
        boolean bodiless = status && (lower.charAt(9) == '1' || lower.startsWith("204", 9));
        if (chunked && (length || !bodiless)) {
            return ENCODING;
        }
        if (bodiless && (chunked || length)) {
            return NO_BODY;
        }
        return length ? LENGTH : LINE_ENDS;
    }

    private static String text(byte[] stream, int from, int to) {
        return new String(stream, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
