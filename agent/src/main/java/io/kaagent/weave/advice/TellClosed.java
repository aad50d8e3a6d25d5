package io.kaagent.weave.advice;

import io.kaagent.hook.UrlHooks;
import net.bytebuddy.asm.Advice;

/** {@code HttpClient.closeServer()}: the JDK gives this connection up. */
final class TellClosed {
    private TellClosed() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.This Object client) {
        UrlHooks.closed(client);
    }
}
