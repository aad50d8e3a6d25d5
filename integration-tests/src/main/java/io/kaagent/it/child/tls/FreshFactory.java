package io.kaagent.it.child.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** Factories that an application makes anew for each request, each from a context of its own unless it says otherwise. */
public final class FreshFactory {
    private static final SSLContext ONE = context("TLS", null, null);
    private static final TrustsSometimes KEPT = new TrustsSometimes(true);
    private static final SSLContext AGAIN = context("TLS", null, null);
    private static final SSLContext OF_THE_KEPT_ONE = context("TLS", null, new TrustManager[] {KEPT});

    private FreshFactory() {}

    /** @param name {@code new}, what is special about it, and how */
    public static SSLSocketFactory of(String name) {
        String[] words = name.split(" ");
        String how = words.length > 2 ? words[2] : null;
        try {
            return of(words[1], how);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static SSLSocketFactory of(String what, String how) throws IOException, GeneralSecurityException {
        switch (what) {
            case "of-one-context":
                return ONE.getSocketFactory();
            case "default":
                return context("TLS", null, null).getSocketFactory();
            case "context":
                return context(how, null, null).getSocketFactory();
            case "trusting":
                return context("TLS", null, Stores.trusting(how)).getSocketFactory();
            case "initialised-again":
                AGAIN.init(null, Stores.trusting(how), null);
                return AGAIN.getSocketFactory();
            case "keys":
                return context("TLS", Stores.keys(how), null).getSocketFactory();
            case "protocol":
                return new RestrictedFactory(fresh(), new String[] {how}, null, null);
            case "suite":
                return new RestrictedFactory(fresh(), null, new String[] {how}, null);
            case "identified":
                return new RestrictedFactory(fresh(), null, null, how);
            default:
                return trusting(what, how);
        }
    }

    /** With a trust manager of the application's own. */
    private static SSLSocketFactory trusting(String what, String how) {
        switch (what) {
            case "trust-all":
                return trusting(new TrustsAll());
            case "pinned":
                return trusting(new TrustsNamed("CN=" + how));
            case "pinning":
                return trusting(new TrustsSet("CN=" + how));
            case "switched":
                return trusting(new TrustsSometimes(how.equals("on")));
            case "kept":
                KEPT.turn(how.equals("on"));
                return OF_THE_KEPT_ONE.getSocketFactory();
            default:
                throw new IllegalArgumentException(what);
        }
    }

    private static SSLSocketFactory trusting(TrustManager trust) {
        return context("TLS", null, new TrustManager[] {trust}).getSocketFactory();
    }

    private static SSLSocketFactory fresh() {
        return context("TLS", null, null).getSocketFactory();
    }

    /** @param trust null for the default trust store */
    private static SSLContext context(String protocol, KeyManager[] keys, TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance(protocol);
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
