package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadWithBodyTest {
    private static final int BUFFER = 8192;

    private final Wire wire = new Wire();
    private final PrintStream output = new PrintStream(new BufferedOutputStream(wire, BUFFER), false);

    @Test
    void headAndBodyAreOneWrite() {
        write("head", "body");
        assertThat(wire.writes).containsExactly("headbody");
    }

    @Test
    void eachTime() {
        write("head1 ", "body1 ");
        write("head2 ", "body2 ");
        assertThat(wire.writes).containsExactly("head1 body1 ", "head2 body2 ");
    }

    @Test
    void aBodyLargerThanTheBufferGoesOutByItself() {
        String body = "b".repeat(BUFFER);
        write("head", body);
        assertThat(wire.writes).containsExactly("head", body);
    }

    @Test
    void whatFollowsTheTwoIsFlushedAsTheJdkDoes() {
        write("head", "body");
        print("streamed head");
        print("chunk");
        assertThat(wire.writes).containsExactly("headbody", "streamed head", "chunk");
    }

    @Test
    void aJdkThatFlushesOnceIsFlushedFor() {
        HeadWithBody.in(output).begin();
        output.print("head");
        output.print("body");
        output.flush();
        HeadWithBody.end(output);
        assertThat(wire.writes).containsExactly("headbody");
    }

    @Test
    void oneThatFailsAfterTheHeadHasSentTheHead() {
        HeadWithBody.in(output).begin();
        print("head");
        HeadWithBody.end(output);
        assertThat(wire.writes).containsExactly("head");
    }

    @Test
    void oneThatFailsBeforeLeavesNothingBehind() {
        HeadWithBody.in(output).begin();
        HeadWithBody.end(output);
        print("next");
        assertThat(wire.writes).containsExactly("next");
    }

    @Test
    void theJdkLearnsOfWhatFails() {
        wire.broken = true;
        write("head", "body");
        assertThat(output.checkError()).isTrue();
    }

    @Test
    void ofWhatFailsInTheLastFlushToo() {
        wire.broken = true;
        HeadWithBody.in(output).begin();
        print("head");
        HeadWithBody.end(output);
        assertThat(output.checkError()).isTrue();
    }

    @Test
    void isPutThereOnce() {
        assertThat(HeadWithBody.in(output)).isNotNull().isSameAs(HeadWithBody.in(output));
    }

    @Test
    void isClosedWithTheStream() {
        HeadWithBody.in(output).begin();
        print("head");
        output.close();
        assertThat(wire.writes).containsExactly("head"); // as BufferedOutputStream does
        assertThat(wire.closed).isTrue();
        HeadWithBody.end(output);
        assertThat(HeadWithBody.in(output)).isNull();
    }

    @Test
    void passesSingleBytes() {
        HeadWithBody.in(output);
        output.write('a');
        output.flush();
        assertThat(wire.writes).containsExactly("a");
    }

    @Test
    void isNowhereInAClientWithoutAStream() {
        assertThat(HeadWithBody.in(null)).isNull();
        HeadWithBody.end(null);
    }

    /** Its {@code checkError} asks the one below. */
    @Test
    void doesNotComeBetweenTwoPrintStreams() {
        PrintStream outer = new PrintStream(output);
        assertThat(HeadWithBody.in(outer)).isNull();
        HeadWithBody.end(outer);
        wire.broken = true;
        outer.print("head");
        assertThat(outer.checkError()).isTrue();
    }

    @Test
    void leavesStreamsAloneThatAreNotTheJdks() {
        OutputStream buffer = new BufferedOutputStream(wire);
        assertThat(HeadWithBody.in(new PrintStream(buffer) {})).isNull();
        assertThat(HeadWithBody.in(new PrintStream(wire))).isNull();
    }

    @Test
    void isForBodiesThatAreThereAndMayFit() {
        assertThat(HeadWithBody.isFor(null)).isFalse();
        assertThat(HeadWithBody.isFor("another class")).isFalse();
        assertThat(HeadWithBody.isFor(body(BUFFER - 1))).isTrue();
        assertThat(HeadWithBody.isFor(body(BUFFER))).isFalse();
    }

    /** As {@code HttpClient.writeRequests} does. */
    private void write(String head, String body) {
        HeadWithBody.in(output).begin();
        print(head);
        print(body);
        HeadWithBody.end(output);
    }

    private static ByteArrayOutputStream body(int length) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(new byte[length], 0, length);
        return body;
    }

    private void print(String text) {
        output.print(text);
        output.flush();
    }

    private static final class Wire extends OutputStream {
        private final List<String> writes = new ArrayList<>();
        private boolean broken;
        private boolean closed;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (broken) {
                throw new IOException("broken");
            }
            writes.add(new String(bytes, offset, length));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
