package io.kaagent.socket;

import java.io.IOException;
import java.net.SocketException;

/**
 * A connection in place of a used one that can't be opened. The application connected long ago: that nobody listens any more, answers, or can
 * be reached, reads, writes and handshakes can't tell. To them it looks as if the server had died right after that connect.
 */
final class LostServer {
    private LostServer() {}

    static SocketException reset(IOException why) {
        SocketException reset = new SocketException("Connection reset");
        reset.addSuppressed(
                why); // not its cause: who looks for that would take the request for one that was never sent
        return reset;
    }
}
