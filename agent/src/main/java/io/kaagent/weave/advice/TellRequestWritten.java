package io.kaagent.weave.advice;

import io.kaagent.hook.UrlHooks;
import net.bytebuddy.asm.Advice;

/** {@code HttpClient.writeRequests(MessageHeader, PosterOutputStream)}: a request goes out, the JDK's resends included. */
final class TellRequestWritten {
    private TellRequestWritten() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object client, @Advice.Argument(0) Object headers) {
        UrlHooks.requestWritten(client, headers);
    }
}
