package io.kaagent.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** An application with one socket. */
final class App {
    static final String END = "<end>";
    static final String NOTHING = "<nothing yet>";

    final RawSocket raw;
    final FakeImpl made;

    final Lease lease;

    /** Keeps it from being dropped. */
    final Socket owner;

    private final RawSide side;
    private InputStream in;
    private OutputStream out;

    App(RawSide side, Socket owner, Lease lease, RawSocket raw, FakeImpl made) {
        this.side = side;
        this.owner = owner;
        this.lease = lease;
        this.raw = raw;
        this.made = made;
    }

    void connect() throws IOException {
        raw.connect(RawSide.ADDRESS, 0);
        in = raw.getInputStream();
        out = raw.getOutputStream();
    }

    /** The connection it has now. */
    Wire wire() {
        return ((FakeImpl) raw.impl()).wire();
    }

    /** Whether its connection is the one that its own impl has opened. */
    boolean isOnItsOwn() {
        return raw.impl() == made;
    }

    void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        out.write(bytes, 0, bytes.length);
    }

    void writeByteByByte(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            write(text.substring(i, i + 1));
        }
    }

    /** One read. */
    String read(int most) throws IOException {
        byte[] bytes = new byte[most + 2];
        try {
            int got = in.read(bytes, 1, most);
            return got < 0 ? END : new String(bytes, 1, got, StandardCharsets.ISO_8859_1);
        } catch (SocketTimeoutException e) {
            return NOTHING;
        }
    }

    String read() throws IOException {
        return read(8192);
    }

    /** All up to the end of the stream. */
    String readToEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] bytes = new byte[1000];
        for (int got = in.read(bytes, 0, 1000); got >= 0; got = in.read(bytes, 0, 1000)) {
            all.write(bytes, 0, got);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    void exchange(String request, String answer) throws IOException {
        write(request);
        wire().send(answer);
        assertThat(read()).isEqualTo(answer);
    }

    void close() throws IOException {
        raw.close();
    }

    /** Closes, and tells whether the connection was kept. */
    boolean closesWithoutLoss() throws IOException {
        int before = side.free();
        Wire wire = wire();
        raw.close();
        assertThat(side.free()).isEqualTo(wire.isClosed() ? before : before + 1);
        return !wire.isClosed();
    }
}
