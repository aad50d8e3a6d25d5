package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaagent.url.Leftovers.Found;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {
    private static final String CHUNKED = "3\r\nabc\r\n0\r\n\r\n";
    private static final String CHUNKED_WITH_TRAILER = "3\r\nabc\r\n0\r\nX-Sum: 1\r\n\r\n";

    @Test
    void nothingIsLeftInABufferThatIsReadToItsEnd() throws IOException {
        InputStream in = buffered("abc");
        in.readNBytes(3);
        assertThat(Leftovers.in(in, true)).isEqualTo(Found.NOTHING);
        assertThat(Leftovers.in(filtered(filtered(in)), true)).isEqualTo(Found.NOTHING);
    }

    @Test
    void findsBytesInTheBufferOrBelowIt() throws IOException {
        InputStream partlyRead = buffered("abcS");
        partlyRead.readNBytes(3);
        assertThat(Leftovers.in(partlyRead, true)).isEqualTo(Found.BYTES);
        assertThat(Leftovers.in(filtered(partlyRead), true)).isEqualTo(Found.BYTES);
        assertThat(Leftovers.in(buffered("never read"), true)).isEqualTo(Found.BYTES);
    }

    @Test
    void takesNoByte() throws IOException {
        InputStream in = buffered("abc");
        Leftovers.in(in, true);
        assertThat(in.readAllBytes()).hasSize(3);
    }

    @Test
    void isUnsureOfWhatItDoesNotKnow() throws IOException {
        assertThat(Leftovers.in(null, true)).isEqualTo(Found.UNSURE);
        assertThat(Leftovers.in(new ByteArrayInputStream(new byte[0]), true)).isEqualTo(Found.UNSURE);
        assertThat(Leftovers.in(filtered(new ByteArrayInputStream(new byte[0])), true))
                .isEqualTo(Found.UNSURE);
        InputStream closed = buffered("abc");
        closed.close();
        assertThat(Leftovers.in(closed, true)).isEqualTo(Found.UNSURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {CHUNKED, CHUNKED_WITH_TRAILER})
    void nothingIsLeftAtTheEndOfAChunkedBody(String body) throws Exception {
        assertThat(Leftovers.in(readToItsEnd(body), true)).isEqualTo(Found.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {CHUNKED, CHUNKED_WITH_TRAILER})
    void findsOneByteBehindAChunkedBody(String body) throws Exception {
        assertThat(Leftovers.in(readToItsEnd(body + "S"), true)).isEqualTo(Found.BYTES);
        assertThat(Leftovers.in(readToItsEnd(body + "HTTP/1.1 200 OK\r\n\r\n"), true))
                .isEqualTo(Found.BYTES);
    }

    @Test
    void findsBytesTooFarBehindToBeInTheChunkedBuffer() throws Exception {
        assertThat(Leftovers.in(readToItsEnd(CHUNKED + "S".repeat(5000)), true)).isEqualTo(Found.BYTES);
    }

    /** At its end the stream gives the client back; as it has none here it stops right there, where the agent looks. */
    private static InputStream readToItsEnd(String body) throws Exception {
        InputStream chunked = chunked(buffered(body));
        assertThatThrownBy(chunked::readAllBytes).isInstanceOf(NullPointerException.class);
        return chunked;
    }

    private static InputStream chunked(InputStream in) throws ReflectiveOperationException {
        Class<?> client = Class.forName("sun.net.www.http.HttpClient");
        Class<?> headers = Class.forName("sun.net.www.MessageHeader");
        Constructor<?> constructor =
                Class.forName("sun.net.www.http.ChunkedInputStream").getConstructor(InputStream.class, client, headers);
        return (InputStream) constructor.newInstance(in, null, JdkHeaders.of());
    }

    private static BufferedInputStream buffered(String text) {
        return new BufferedInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static InputStream filtered(InputStream in) {
        return new FilterInputStream(in) {};
    }
}
