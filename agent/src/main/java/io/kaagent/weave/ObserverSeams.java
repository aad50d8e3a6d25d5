package io.kaagent.weave;

import static io.kaagent.weave.Splice.RESULT;
import static io.kaagent.weave.Splice.THIS;
import static io.kaagent.weave.Splice.after;
import static io.kaagent.weave.Splice.before;
import static io.kaagent.weave.Splice.failed;

/**
 * The seams of {@code ka.mode=observe}. All of them tell, none asks: what the application does is seen, and goes on as it is. As in
 * {@link Seams}, which has those of pooling.
 */
public final class ObserverSeams {
    private static final String HOOKS = "io/kaagent/hook/ObserveHooks";
    private static final String SOCKET = "java/net/Socket";

    private ObserverSeams() {}

    public static Seams all() {
        Seams seams = Seams.none();
        seams.add(
                SOCKET,
                "connect",
                "(Ljava/net/SocketAddress;I)",
                before(HOOKS, "connecting", THIS),
                after(HOOKS, "connected", THIS, 0));
        seams.add(SOCKET, "shutdownOutput", "()", before(HOOKS, "outputEnds", THIS));
        seams.add(SOCKET, "close", "()", before(HOOKS, "closing", THIS));
        seams.add(
                "sun/net/NetworkClient",
                "doConnect",
                "(Ljava/lang/String;I)",
                before(HOOKS, "jdkConnects"),
                after(HOOKS, "jdkConnected"),
                failed(HOOKS, "jdkConnected"));
        streams(seams);
        // TLS: where it is another one, before JDK 8u261, or of another provider, what is encrypted is not seen
        seams.optional(
                Seams.SECURE + "$AppInputStream", "read", "([BII)I", after(HOOKS, "readSecurely", RESULT, THIS, 0, 1));
        seams.optional(
                Seams.SECURE + "$AppOutputStream", "write", "([BII)V", before(HOOKS, "writtenSecurely", THIS, 0, 1, 2));
        return seams;
    }

    private static void streams(Seams seams) {
        if (Jdk.isBefore(13)) {
            seams.add("java/net/SocketInputStream", "read", "([BIII)I", after(HOOKS, "read", RESULT, THIS, 0, 1));
            seams.add("java/net/SocketOutputStream", "socketWrite", "([BII)V", before(HOOKS, "written", THIS, 0, 1, 2));
        } else {
            seams.add(SOCKET + "$SocketInputStream", "read", "([BII)I", after(HOOKS, "read", RESULT, THIS, 0, 1));
            seams.add(SOCKET + "$SocketOutputStream", "write", "([BII)V", before(HOOKS, "written", THIS, 0, 1, 2));
        }
    }
}
