package io.kaagent.it.child.chaos;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;

/** What an application got for one request: all of it, or what had come before it failed. */
final class Got {
    private static final int BUFFER = 2_000;
    private static final int TOLD = 100;

    private final Plan plan;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;
    private String id;
    private boolean complete;

    Got(Plan plan) {
        this.plan = plan;
    }

    /** @param sentId the field X-Id; null if there is none */
    void head(int code, String sentId) {
        status = code;
        id = sentId;
    }

    void bytes(byte[] bytes, int length) {
        body.write(bytes, 0, length);
    }

    void bytes(byte[] bytes) {
        bytes(bytes, bytes.length);
    }

    /** To its end, or for as long as the application wants it. */
    void all(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int length = 0;
        while (length >= 0 && !isEnough()) {
            length = in.read(buffer);
            bytes(buffer, Math.max(0, length));
        }
    }

    boolean isEnough() {
        return plan.leavesEarly && body.size() >= plan.length / 2;
    }

    /** As far as the application can tell. */
    void complete() {
        complete = !plan.leavesEarly;
    }

    /** Null if there is nothing to be said against it. */
    String complaint() {
        byte[] bytes = body.toByteArray();
        boolean right = plan.trouble == Trouble.GARBAGE || isRight(bytes);
        boolean isAllItsOwn = right && plan.trouble.isHarmless();
        String foreign = plan.foreignIdIn(isAllItsOwn ? String.valueOf(id) : id + " " + text());
        if (foreign != null) {
            return "got bytes of " + foreign;
        }
        if (!right) {
            return "got " + bytes.length + " bytes that are not of its answer: ..." + end(text());
        }
        if (isAllItsOwn && complete) {
            boolean isAsSent = bytes.length == expected().length && hasHead();
            return isAsSent || isCutOff()
                    ? null
                    : "got " + status + " " + id + " and " + bytes.length + " bytes, as if all were well";
        }
        boolean mayBeOdd = plan.trouble == Trouble.GARBAGE || id == null;
        return mayBeOdd || plan.id().startsWith(id) ? null : "got the head of " + id;
    }

    /** Whether the server went down in the midst of the body, and this client can't tell, with an agent or without. */
    boolean isCutOff() {
        boolean canNotTell = plan.framing == Plan.Framing.CLOSE
                || plan.framing == Plan.Framing.LENGTH && plan.kind.api == Kind.Api.URL;
        return complete
                && plan.place == Place.RESTARTING
                && canNotTell
                && hasHead()
                && body.size() < expected().length
                && isRight(body.toByteArray());
    }

    private boolean hasHead() {
        return status == plan.status && plan.id().equals(id);
    }

    private static String end(String text) {
        return text.substring(Math.max(0, text.length() - TOLD));
    }

    private byte[] expected() {
        return plan.isHead() ? new byte[0] : plan.body();
    }

    /** As far as it goes. Nor is anything wrong with what a client of the JDK's does without any agent: it reads on if there is more. */
    private boolean isRight(byte[] bytes) {
        byte[] expected = expected();
        boolean readsOn = plan.kind.api == Kind.Api.URL && plan.trouble == Trouble.TWICE && !plan.isHead();
        int length = readsOn ? Math.min(bytes.length, expected.length) : bytes.length;
        return length <= expected.length
                && Arrays.equals(Arrays.copyOf(bytes, length), Arrays.copyOf(expected, length));
    }

    private String text() {
        try {
            return body.toString("US-ASCII");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
