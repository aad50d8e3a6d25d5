package io.kaagent.weave.advice;

import io.kaagent.hook.UrlHooks;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import net.bytebuddy.asm.Advice;

/** {@code HttpsClient.New(SSLSocketFactory, URL, HostnameVerifier, Proxy, boolean, int, HttpURLConnection)}: as for http. */
final class ReserveForHttps {
    private ReserveForHttps() {}

    @Advice.OnMethodEnter
    static Object enter(
            @Advice.Argument(0) Object factory,
            @Advice.Argument(1) URL url,
            @Advice.Argument(2) Object verifier,
            @Advice.Argument(3) Proxy proxy,
            @Advice.Argument(4) boolean useCache,
            @Advice.Argument(5) int connectTimeout,
            @Advice.Argument(6) Object connection)
            throws IOException {
        return UrlHooks.reserve(url, proxy, connectTimeout, useCache, connection, factory, verifier);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter Object reservation, @Advice.Return Object client, @Advice.Thrown Throwable thrown) {
        UrlHooks.settle(reservation, client, thrown);
    }
}
