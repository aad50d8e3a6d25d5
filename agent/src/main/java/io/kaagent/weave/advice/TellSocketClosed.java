package io.kaagent.weave.advice;

import io.kaagent.hook.SocketHooks;
import net.bytebuddy.asm.Advice;

/** {@code Socket.close()}: not every connection of the JDK's client ends through its {@code closeServer()}. */
final class TellSocketClosed {
    private TellSocketClosed() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.This Object socket) {
        SocketHooks.closed(socket);
    }
}
