package io.kaagent.it.child.mix;

import io.kaagent.it.child.Bodies;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** One request as an application makes it. */
final class Call {
    private static final int CHUNK = 64;

    private final Case wanted;
    private final String origin;
    private final Seen seen;
    private HttpURLConnection connection;

    Call(Case wanted, Origins origins) {
        this.wanted = wanted;
        this.origin = origins.of(wanted);
        this.seen = new Seen(wanted, origin);
    }

    /** Once it has run. */
    HttpURLConnection connection() {
        return connection;
    }

    /** Never throws. */
    Seen run() {
        try {
            connection = open();
            send();
            if (wanted.asksForCodeFirst) {
                seen.code(connection.getResponseCode());
            }
            end(stream());
        } catch (IOException | RuntimeException e) {
            seen.threw("call", e);
        }
        return seen;
    }

    private HttpURLConnection open() throws IOException {
        URL url = new URL(origin + "/" + Case.id(wanted.number) + "/0");
        HttpURLConnection opened = (HttpURLConnection) url.openConnection();
        opened.setRequestMethod(wanted.method);
        opened.setInstanceFollowRedirects(wanted.follows);
        opened.setReadTimeout(wanted.readTimeout);
        if (wanted.place.isAskedToClose()) {
            opened.setRequestProperty("Connection", "close");
        }
        return opened;
    }

    private void send() throws IOException {
        if (wanted.upload == Upload.NONE) {
            return;
        }
        connection.setDoOutput(true);
        if (wanted.upload == Upload.FIXED) {
            connection.setFixedLengthStreamingMode(wanted.uploaded);
        } else if (wanted.upload == Upload.CHUNKED) {
            connection.setChunkedStreamingMode(CHUNK);
        }
        try (OutputStream out = connection.getOutputStream()) {
            out.write(Bodies.of(wanted.uploadedId(), wanted.uploaded));
        }
    }

    /** The body, of whatever kind; null if there is none, or none is wanted. */
    private InputStream stream() {
        boolean untouched = wanted.habit.amount == Habit.Amount.UNTOUCHED;
        if (untouched && wanted.asksForCodeFirst) {
            seen.head(connection);
            return null;
        }
        try {
            InputStream in = connection.getInputStream();
            seen.head(connection);
            return untouched ? null : in;
        } catch (IOException e) {
            seen.threw("stream", e);
            seen.head(connection);
            return untouched ? null : connection.getErrorStream();
        }
    }

    private void end(InputStream in) throws IOException {
        if (in != null) {
            new Consumption(wanted, seen).of(in);
        }
        if (wanted.habit.disconnects) {
            connection.disconnect();
        }
        if (in != null && (wanted.habit.closes || wanted.habit.disconnects)) {
            seen.readOnce("after the end", in);
        }
    }
}
