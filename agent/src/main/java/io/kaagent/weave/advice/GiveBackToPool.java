package io.kaagent.weave.advice;

import io.kaagent.hook.UrlHooks;
import net.bytebuddy.asm.Advice;

/** {@code KeepAliveCache.put(URL, Object, HttpClient)}: a pooled connection goes to the pool instead of the JDK's cache. */
final class GiveBackToPool {
    private GiveBackToPool() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.Argument(2) Object client) {
        return UrlHooks.giveBack(client);
    }
}
