package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakenInTest {
    private final byte[] body = new byte[5000];

    TakenInTest() {
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) i;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 999, 1024, 5000, 10_000})
    void isTheBodyHoweverMuchOfItWasTakenIn(int most) throws IOException {
        TakenIn taken = takenIn(new ByteArrayInputStream(body), most);
        assertThat(taken.isDone()).isEqualTo(most <= body.length);
        assertThat(taken.available()).isEqualTo(body.length);
        assertThat(taken.read()).isZero();
        assertThat(taken.readAllBytes()).isEqualTo(Arrays.copyOfRange(body, 1, body.length));
        assertThat(taken.read()).isEqualTo(-1);
    }

    @Test
    void skipsAsTheBodyWould() throws IOException {
        TakenIn taken = takenIn(new ByteArrayInputStream(body), 100);
        taken.skipNBytes(4000);
        assertThat(taken.read()).isEqualTo(body[4000] & 0xff);
    }

    @Test
    void throwsWhatWasThrownWhereItWasThrown() throws IOException {
        TakenIn taken = takenIn(new Broken(), 10_000);
        assertThat(taken.isDone()).isTrue();
        assertThat(taken.readNBytes(3)).hasSize(3);
        assertThatThrownBy(taken::read).isInstanceOf(IOException.class).hasMessage("broken");
        assertThatThrownBy(() -> taken.read(new byte[10])).hasMessage("broken");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesTheBytesBeforeAFaultThatIsMetAhead(boolean atOnce) throws IOException {
        TakenIn taken = takenIn(new LooksAhead(atOnce), 10_000);
        assertThat(taken.isDone()).isEqualTo(atOnce);
        assertThat(taken.read()).isEqualTo(7);
        assertThat(taken.readNBytes(4)).hasSize(4);
        assertThatThrownBy(taken::read).isInstanceOf(IOException.class).hasMessage("met ahead");
        assertThat(taken.read()).isEqualTo(-1);
    }

    @Test
    void refusesWhatAStreamRefuses() throws IOException {
        for (int most : new int[] {100, 10_000}) {
            TakenIn taken = takenIn(new ByteArrayInputStream(body), most);
            assertThatThrownBy(() -> taken.read(new byte[3], 2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(taken.read(new byte[3], 0, 0)).isZero();
            assertThat(taken.readAllBytes()).isEqualTo(body);
        }
    }

    @Test
    void takesInNoMoreOnceSomebodyReads() throws IOException {
        TakenIn taken = new TakenIn(new ByteArrayInputStream(body), 10_000);
        assertThat(taken.read()).isZero();
        assertThat(taken.take()).isFalse();
        assertThat(taken.isDone()).isTrue();
        assertThat(taken.readAllBytes()).isEqualTo(Arrays.copyOfRange(body, 1, body.length));
    }

    @Test
    void hasNothingLeftWhenItIsClosed() throws IOException {
        TakenIn taken = takenIn(new ByteArrayInputStream(body), 10_000);
        taken.close();
        assertThat(taken.available()).isZero();
        assertThat(taken.read()).isEqualTo(-1);
    }

    @Test
    void isMarkedOnlyAsTheBodyIs() throws IOException {
        TakenIn taken = takenIn(new Broken(), 2);
        taken.mark(10);
        assertThat(taken.read()).isEqualTo(1);
        assertThatThrownBy(taken::reset).isInstanceOf(IOException.class);
        assertThat(taken.markSupported()).isFalse();
    }

    @RepeatedTest(20)
    void givesEachByteToOneOfTwoReaders() throws Exception {
        byte[] big = new byte[60_000];
        TakenIn taken = takenIn(new ByteArrayInputStream(big), big.length);
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> count(taken));
        assertThat(count(taken) + other.get()).isEqualTo(big.length);
    }

    private static int count(InputStream in) {
        try {
            int count = 0;
            while (in.read() >= 0) {
                count++;
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TakenIn takenIn(InputStream body, int most) {
        TakenIn taken = new TakenIn(body, most);
        while (taken.take()) {
            Thread.onSpinWait();
        }
        return taken;
    }

    /** Three bytes, and then a failure. */
    private static final class Broken extends InputStream {
        private int left = 3;
        private int failing = 1;

        @Override
        public int read() throws IOException {
            if (left == 0) {
                throw new IOException("broken");
            }
            left--;
            return 1;
        }

        @Override
        public int available() {
            return left > 0 ? 1 : failing-- > 0 ? 1 : 0;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                bytes[from] = (byte) read();
            }
            return Math.min(length, 1);
        }
    }

    /** As the JDK's chunked stream: fetches five bytes together with a fault, and throws before it has shown them. */
    private static final class LooksAhead extends InputStream {
        private boolean isThere;
        private boolean hasThrown;
        private int left = 5;

        LooksAhead(boolean isThere) {
            this.isThere = isThere;
        }

        @Override
        public int available() throws IOException {
            throwOnce();
            return isThere ? left : 0;
        }

        @Override
        public int read() throws IOException {
            isThere = true;
            throwOnce();
            return left-- > 0 ? 7 : -1;
        }

        private void throwOnce() throws IOException {
            if (isThere && !hasThrown) {
                hasThrown = true;
                throw new IOException("met ahead");
            }
        }
    }
}
