package io.kaagent.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking in what has arrived of an owner's own data. */
@Timeout(30)
class ArrivedRecordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void takesInWholeRecordsAndNeverWaits(String protocol) throws Exception {
        try (TlsPair pair = TlsPair.speaking(protocol)) {
            assertThat(ArrivedRecords.takeIn(pair.client)).isEmpty();
            pair.serverDoes(() -> pair.server.getOutputStream().write("hello".getBytes("US-ASCII")));
            assertThat(new String(ArrivedRecords.takeIn(pair.client), "US-ASCII"))
                    .isEqualTo("hello");
            assertThat(ArrivedRecords.areAllTaken(pair.client)).isTrue();
            pair.say("and on");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void losesNothingOfHalfARecord(String protocol) throws Exception {
        try (TlsPair pair = TlsPair.speaking(protocol)) {
            byte[] record = record(pair, "hello");
            OutputStream plain = JdkSocket.below(pair.server).getOutputStream();
            pair.serverDoes(() -> plain.write(record, 0, 7));
            assertThat(ArrivedRecords.takeIn(pair.client)).isEmpty();
            assertThat(ArrivedRecords.areAllTaken(pair.client))
                    .as("no look at the socket shows it")
                    .isFalse();
            plain.write(record, 7, record.length - 7);
            assertThat(TlsPair.read(pair.client.getInputStream(), 5)).isEqualTo("hello");
            assertThat(ArrivedRecords.areAllTaken(pair.client)).isTrue();
            pair.say("and on");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void remembersAGoodbyeBehindTheData(String protocol) throws Exception {
        try (TlsPair pair = TlsPair.speaking(protocol)) {
            pair.server.getOutputStream().write("bye".getBytes("US-ASCII"));
            pair.server.close();
            String taken = "";
            while (ArrivedRecords.areAllTaken(pair.client)) {
                taken += new String(ArrivedRecords.takeIn(pair.client), "US-ASCII");
            }
            assertThat(taken).isEqualTo("bye");
            assertThat(JdkSocket.input(pair.client).read()).isEqualTo(-1);
        }
    }

    /** What the server would have sent. */
    private static byte[] record(TlsPair pair, String text) throws IOException {
        Socket plain = JdkSocket.below(pair.server);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        InputStream in = JdkSocket.receiver(pair.server);
        JdkSocket.connectTo(pair.server, in, record);
        pair.server.getOutputStream().write(text.getBytes("US-ASCII"));
        JdkSocket.connectTo(pair.server, in, plain.getOutputStream());
        return Arrays.copyOf(record.toByteArray(), record.size());
    }
}
