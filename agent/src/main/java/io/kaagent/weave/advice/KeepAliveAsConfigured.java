package io.kaagent.weave.advice;

import io.kaagent.hook.UrlHooks;
import net.bytebuddy.asm.Advice;

/** {@code HttpClient.getHttpKeepAliveSet()}: {@code ka.keepAlive=true} was asked for against {@code http.keepAlive=false}. */
final class KeepAliveAsConfigured {
    private KeepAliveAsConfigured() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) boolean returned) {
        if (UrlHooks.keepAliveForced()) {
            returned = true;
        }
    }
}
