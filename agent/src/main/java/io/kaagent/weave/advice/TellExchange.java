package io.kaagent.weave.advice;

import io.kaagent.hook.UrlHooks;
import net.bytebuddy.asm.Advice;

/** {@code HttpClient.parseHTTP(...)}: awaits the answer; within it the JDK may close, open and send once more. */
final class TellExchange {
    private TellExchange() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object client) {
        UrlHooks.answerAwaited(client);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.This Object client, @Advice.Argument(0) Object headers, @Advice.Thrown Throwable thrown) {
        UrlHooks.answered(client, headers, thrown);
    }
}
