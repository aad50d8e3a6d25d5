package io.kaagent.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One application's socket in the fuzzer, with what it would read without the agent. */
final class FuzzSession {
    /** With this begins what is not HTTP. */
    static final char OTHER = '\u0001';

    final App app;
    final List<FuzzRequest> requests = new ArrayList<>();
    final boolean http;

    /** It has been told of a broken connection, or must expect to be: what it has read is a beginning of what was to come. */
    boolean mayBeCut;

    /** Somebody said more than was asked for. */
    boolean loose;

    private final Random random;
    private final boolean chunksOnClose;
    private final String toWrite;
    private final StringBuilder read = new StringBuilder();
    private int written;
    private boolean ended;
    private boolean broken;

    FuzzSession(Random random, App app, List<FuzzRequest> requests, boolean chunksOnClose) {
        this.random = random;
        this.app = app;
        this.chunksOnClose = chunksOnClose;
        this.requests.addAll(requests);
        http = !requests.isEmpty();
        StringBuilder all = new StringBuilder();
        requests.forEach(request -> all.append(request.text));
        toWrite = http ? all.toString() : OTHER + "x".repeat(random.nextInt(40));
    }

    boolean hasWritten() {
        return written > 0;
    }

    boolean hasWrittenAll() {
        return written == toWrite.length();
    }

    /** Whether a whole request line is out. */
    boolean isKnownToBeHttp() {
        return http && toWrite.indexOf('\n') < written;
    }

    /** Whether nothing but a first request of that kind, or a part of it, was written. */
    boolean canBeSentAgain() {
        return http
                && written <= requests.get(0).text.length()
                && requests.get(0).isRepeatable();
    }

    boolean isOver() {
        return ended || broken;
    }

    /** @param hopeless whether its connection takes nothing: what can't be sent again is lost */
    void write(int most, boolean hopeless) {
        String piece = toWrite.substring(written, Math.min(toWrite.length(), written + most));
        written += piece.length();
        try {
            app.write(piece);
        } catch (IOException e) {
            mayBeCut |= hopeless && !canBeSentAgain();
            breaks("a write that fails", e);
        }
    }

    void read(int most) {
        take(most, -1);
    }

    /** Asks first whether there is something. */
    void readAvailable() {
        if (written == 0 && http) {
            return; // it would get a fresh connection: tested elsewhere
        }
        try {
            take(1 + random.nextInt(100), app.raw.available());
        } catch (IOException e) {
            breaks("a question that fails", e);
        }
    }

    void setAnOption() {
        try {
            app.raw.setOption(SocketOptions.SO_TIMEOUT, 1 + random.nextInt(1000));
            app.raw.setOption(SocketOptions.TCP_NODELAY, random.nextBoolean());
            app.raw.setOption(SocketOptions.IP_TOS, 8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** None that an earlier owner has set. */
    void hasTheOptionsOfANewSocket() throws IOException {
        Map<Integer, Object> seen = ((FakeImpl) app.raw.impl()).options;
        assertThat(seen).containsEntry(SocketOptions.SO_TIMEOUT, 0);
        assertThat(seen).containsEntry(SocketOptions.TCP_NODELAY, false);
        assertThat(seen).containsEntry(SocketOptions.IP_TOS, 0);
    }

    /** All has been written, delivered and read. */
    void hasSeenAll() {
        if (!mayBeCut && !loose) {
            assertThat(read.toString()).isEqualTo(expected());
            assertThat(ended).as("the end").isEqualTo(closes());
        }
    }

    private void take(int most, int available) {
        try {
            String got = app.read(most);
            if (got.equals(App.END)) {
                ended = true;
                assertThat(available).as("available at the end").isLessThanOrEqualTo(0);
                assertThat(mayBeCut || loose || closes() && read.toString().equals(expected()))
                        .as("an end after: %s", read)
                        .isTrue();
            } else if (got.equals(App.NOTHING)) {
                assertThat(available).as("available where nothing is").isLessThanOrEqualTo(0);
            } else {
                assertThat(ended).as("bytes after the end").isFalse();
                assertThat(available != 0 || mayBeCut)
                        .as("available where bytes are")
                        .isTrue();
                assertThat(got.length()).isLessThanOrEqualTo(available < 0 ? most : Math.max(most, available));
                read.append(got);
                assertThat(loose || mayBeCut && isInHead() || expected().startsWith(read.toString()))
                        .as("read: %s\nexpected: %s", read, expected())
                        .isTrue();
            }
        } catch (IOException e) {
            breaks("a read that fails", e);
        }
    }

    private void breaks(String what, IOException e) {
        assertThat(mayBeCut || loose).as("%s: %s", what, e).isTrue();
        broken = true;
    }

    /** A head that is cut off is shown as the server has sent it. */
    private boolean isInHead() {
        return read.indexOf("\r\n\r\n", read.lastIndexOf("HTTP/1.1 ")) < 0;
    }

    @Override
    public String toString() {
        return "session " + (http ? requests.get(0).id : "of another protocol");
    }

    private String expected() {
        if (!http) {
            return toWrite.substring(0, written);
        }
        StringBuilder all = new StringBuilder();
        for (FuzzRequest request : requests) {
            FuzzAnswer answer = FuzzAnswer.to(request.text, chunksOnClose);
            all.append(answer.text);
            if (answer.closes) {
                break;
            }
        }
        return all.toString();
    }

    private boolean closes() {
        return requests.stream().anyMatch(request -> FuzzAnswer.to(request.text, chunksOnClose).closes);
    }
}
