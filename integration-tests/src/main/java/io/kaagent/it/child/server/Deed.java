package io.kaagent.it.child.server;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** What a server may do on a connection that is idle. */
enum Deed {
    /** A response that nobody has asked for. */
    STRAY {
        @Override
        void on(Socket plain, Socket socket) throws IOException {
            socket.getOutputStream().write(Answer.STRAY);
            socket.getOutputStream().flush();
        }
    },
    /** On TLS 1.3 new keys, for the client too (RFC 8446, 4.6.3); before, it asks for another handshake (RFC 5246, 7.4.1.1). */
    HANDSHAKE {
        @Override
        void on(Socket plain, Socket socket) throws IOException {
            ((SSLSocket) socket).startHandshake();
        }
    },
    /** Over TLS: it says so, and closes. */
    CLOSE {
        @Override
        void on(Socket plain, Socket socket) throws IOException {
            socket.close();
        }
    },
    /** Says over TLS that it is done, and keeps the connection open. */
    LAST_WORD {
        @Override
        void on(Socket plain, Socket socket) throws IOException {
            socket.shutdownOutput();
        }
    },
    /** The start of a record of TLS, and no more. */
    HALF_RECORD {
        @Override
        void on(Socket plain, Socket socket) throws IOException {
            plain.getOutputStream().write(new byte[] {23, 3, 3});
        }
    };

    /**
     * @param plain of TCP
     * @param socket the same, or one of TLS on top of it
     */
    abstract void on(Socket plain, Socket socket) throws IOException;
}
