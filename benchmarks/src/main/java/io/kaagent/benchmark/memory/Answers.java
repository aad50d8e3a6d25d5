package io.kaagent.benchmark.memory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** A server for very many connections, on all addresses: one thread, the same answer to whatever comes, and it never closes first. */
public final class Answers {
    private static final int BACKLOG = 1024;
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nKeep-Alive: timeout=3600\r\n\r\nhello";

    private final Selector selector = Selector.open();
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final ByteBuffer answer = ByteBuffer.wrap(ANSWER.getBytes(StandardCharsets.US_ASCII));
    private final ByteBuffer request = ByteBuffer.allocate(8192);

    private Answers() throws IOException {
        server.bind(new InetSocketAddress(0), BACKLOG);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Prints its port; ends with its input. */
    public static void main(String[] arguments) throws IOException {
        Answers answers = new Answers();
        System.out.println(answers.server.socket().getLocalPort());
        Thread serving = new Thread(answers::serve);
        serving.setDaemon(true);
        serving.start();
        while (System.in.read() >= 0) {
            // nothing is asked of it
        }
    }

    private void serve() {
        try {
            while (true) {
                selector.select();
                for (Iterator<SelectionKey> i = selector.selectedKeys().iterator(); i.hasNext(); i.remove()) {
                    serve(i.next());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            SocketChannel accepted = server.accept();
            accepted.configureBlocking(false);
            accepted.register(selector, SelectionKey.OP_READ);
            return;
        }
        SocketChannel client = (SocketChannel) key.channel();
        request.clear();
        if (client.read(request) < 0) {
            client.close();
        } else {
            client.write(answer.duplicate()); // a request is one packet, and its answer has room in the socket
        }
    }
}
