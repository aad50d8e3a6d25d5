package io.kaagent.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeldRecordsTest {
    private static final byte[] RECORD = {23, 3, 3, 0, 4, 1, 2, 3, 4};

    @Test
    void showsWholeRecordsOnlyAndThenSeemsToWait() throws IOException {
        HeldRecords held = held(RECORD.length + 7);
        assertThat(held.fetch(1000)).isTrue();
        held.holdBack(true);
        assertThat(held.available()).isEqualTo(RECORD.length);
        assertThat(held.readNBytes(RECORD.length)).isEqualTo(RECORD);
        assertThat(held.isEmpty()).isTrue();
        assertThatThrownBy(held::read).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void losesNothingOfARecordThatIsNotWhole() throws IOException {
        HeldRecords held = held(RECORD.length + 7);
        held.fetch(1000);
        held.holdBack(true);
        held.readNBytes(RECORD.length);
        held.holdBack(false);
        assertThat(held.isEmpty()).isFalse();
        assertThat(held.readAllBytes()).isEqualTo(Arrays.copyOf(RECORD, 7));
        assertThat(held.isEmpty()).isTrue();
    }

    @Test
    void fetchesOnToWhatItHolds() throws IOException {
        HeldRecords held = new HeldRecords(new Trickle(2 * RECORD.length));
        for (int i = 1; i < RECORD.length; i++) {
            assertThat(held.fetch(1000)).isFalse();
        }
        assertThat(held.fetch(1000)).isTrue();
        assertThat(held.readNBytes(2 * RECORD.length)).startsWith(RECORD).endsWith(RECORD);
    }

    @Test
    void fetchesNoMoreThanItIsAllowed() throws IOException {
        HeldRecords held = held(3 * RECORD.length);
        assertThat(held.fetch(RECORD.length - 1)).isFalse();
        assertThat(held.readAllBytes()).hasSize(3 * RECORD.length);
    }

    private static HeldRecords held(int length) {
        return new HeldRecords(new ByteArrayInputStream(records(length)));
    }

    private static byte[] records(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = RECORD[i % RECORD.length];
        }
        return bytes;
    }

    /** Has one byte more each time it is asked. */
    private static final class Trickle extends InputStream {
        private final InputStream in;

        Trickle(int length) {
            in = new ByteArrayInputStream(records(length));
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int available() throws IOException {
            return Math.min(1, in.available());
        }
    }
}
