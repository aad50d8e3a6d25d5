package io.kaagent.weave.advice;

import io.kaagent.hook.UrlHooks;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import net.bytebuddy.asm.Advice;

/** {@code HttpClient.New(URL, Proxy, int, boolean, HttpURLConnection)}: reserve a connection, and settle afterwards. */
final class ReserveForHttp {
    private ReserveForHttp() {}

    @Advice.OnMethodEnter
    static Object enter(
            @Advice.Argument(0) URL url,
            @Advice.Argument(1) Proxy proxy,
            @Advice.Argument(2) int connectTimeout,
            @Advice.Argument(3) boolean useCache,
            @Advice.Argument(4) Object connection)
            throws IOException {
        return UrlHooks.reserve(url, proxy, connectTimeout, useCache, connection, null, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter Object reservation, @Advice.Return Object client, @Advice.Thrown Throwable thrown) {
        UrlHooks.settle(reservation, client, thrown);
    }
}
