package io.kaagent.weave.advice;

import io.kaagent.hook.UrlHooks;
import net.bytebuddy.asm.Advice;

/** {@code HttpClient.openServer(String, int)}: a server socket is open. */
final class TellOpened {
    private TellOpened() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object client) {
        UrlHooks.opened(client);
    }
}
