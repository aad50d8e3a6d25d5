package io.kaagent.it.child.mix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.StringJoiner;
import java.util.zip.CRC32;

/** What the application saw of one request. */
final class Seen {
    private final Case wanted;
    private final String origin;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final StringJoiner events = new StringJoiner(", ");
    private String head = "";
    private String id;
    private Reply reply;

    Seen(Case wanted, String origin) {
        this.wanted = wanted;
        this.origin = origin;
    }

    void code(int code) {
        events.add("code " + code);
    }

    void head(HttpURLConnection connection) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; connection.getHeaderField(i) != null; i++) {
            String name = connection.getHeaderFieldKey(i);
            lines.append(name == null ? "" : name + ": ")
                    .append(connection.getHeaderField(i))
                    .append("\r\n");
        }
        head = lines.toString();
        id = connection.getHeaderField("X-Id");
        int index = connection.getHeaderFieldInt("X-Reply", -1);
        reply = index >= 0 && index < wanted.replies.size() ? wanted.replies.get(index) : null;
    }

    /** How much an application reads that does not want it all. */
    int half() {
        return reply == null ? 0 : reply.length / 2;
    }

    void got(byte[] bytes, int length) {
        body.write(bytes, 0, length);
    }

    void threw(String where, Exception e) {
        events.add(where + " threw " + e.getClass().getName() + ": " + e.getMessage());
    }

    /** One byte more than there should be. */
    void readOnce(String when, InputStream in) {
        try {
            int more = in.read();
            events.add(when + " " + more);
            if (more >= 0) {
                body.write(more);
            }
        } catch (IOException e) {
            threw(when, e);
        }
    }

    /** Number, whether anything of it is another's, its shape, all of it. */
    String line() {
        Ownership ownership = new Ownership(wanted, reply, body.toByteArray());
        boolean foreign = ownership.isForeign() || id != null && !isMine();
        return wanted.number + "\t" + (foreign ? "FOREIGN" : "own") + "\t" + shape(ownership) + "\t" + exact();
    }

    /** Or may be, if it was cut off. */
    private boolean isMine() {
        return (Case.id(wanted.number) + "." + (reply == null ? "" : reply.index)).startsWith(id);
    }

    /** The same for all requests that came to the same end. */
    private String shape(Ownership ownership) {
        String sent = reply == null ? null : reply.head(wanted.place.isAskedToClose(), origin);
        String kind = head.isEmpty()
                ? "no head"
                : (head + "\r\n").equals(sent)
                        ? "head as sent"
                        : "other head [" + head.trim().replace("\r\n", "; ") + "]";
        return (kind + ", " + ownership.kind() + ", " + events)
                .replaceAll(origin + "/m\\d+/\\d", "URL")
                .replaceAll("code \\d+", "code");
    }

    private String exact() {
        CRC32 crc = new CRC32();
        crc.update(body.toByteArray());
        return head.replace("\r\n", "; ") + " body " + body.size() + " " + Long.toHexString(crc.getValue()) + ", "
                + events;
    }
}
