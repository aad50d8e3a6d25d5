package io.kaagent.weave.advice;

import io.kaagent.hook.SocketHooks;
import java.net.Socket;
import net.bytebuddy.asm.Advice;

/** {@code Socket.connect(SocketAddress, int)}: for {@code ka.tcpKeepAlive=all}. */
final class TellSocketConnected {
    private TellSocketConnected() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Socket socket) {
        SocketHooks.connected(socket);
    }
}
