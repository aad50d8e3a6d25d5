package io.kaagent.it.child;

import java.io.IOException;
import java.net.URL;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLSocket;

/**
 * One request over a TLS socket of the application's own. Of the message, besides what {@link RawExchange} knows: tls (how it comes by the
 * socket), factory, set (see {@link TlsOptions}), host (whom it takes the peer for), noDelay, look (at what before the request).
 */
final class TlsExchange {
    private TlsExchange() {}

    /** From connect to close, or what went wrong; never throws. */
    static Outcome run(Message request, String id) {
        try (SSLSocket socket = TlsSockets.connected(request)) {
            socket.setSoTimeout(request.number("readTimeout", 0));
            if (request.has("noDelay")) {
                socket.setTcpNoDelay(true);
            }
            TlsLook look = new TlsLook(socket, request.get("host", new URL(request.get("url")).getHost()));
            look.before(request.get("look", "nothing"));
            Outcome outcome = new RawExchange(request, id).on(socket);
            return outcome.withFields(outcome.fields() + look.after());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return Outcome.failed(e);
        }
    }
}
