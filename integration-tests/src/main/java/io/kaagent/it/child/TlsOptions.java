package io.kaagent.it.child;

import io.kaagent.it.child.tls.Refuses;
import java.util.Collections;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** What an application sets on its TLS socket: nothing, or what and to which value, in two words. */
final class TlsOptions {
    private final String what;
    private final String value;

    TlsOptions(String words) {
        int space = words.indexOf(' ');
        what = space < 0 ? words : words.substring(0, space);
        value = words.substring(space + 1);
    }

    void applyTo(SSLSocket socket) {
        switch (what) {
            case "nothing":
                return;
            case "protocol":
                socket.setEnabledProtocols(new String[] {value});
                return;
            case "suite":
                socket.setEnabledCipherSuites(new String[] {value});
                return;
            default:
                SSLParameters parameters = socket.getSSLParameters();
                applyTo(parameters);
                socket.setSSLParameters(parameters);
        }
    }

    private void applyTo(SSLParameters parameters) {
        switch (what) {
            case "identified":
                parameters.setEndpointIdentificationAlgorithm(value);
                return;
            case "name":
                parameters.setServerNames(Collections.<SNIServerName>singletonList(new SNIHostName(value)));
                return;
            case "application":
                parameters.setApplicationProtocols(new String[] {value});
                return;
            case "refusing":
                parameters.setAlgorithmConstraints(new Refuses(value));
                return;
            default:
                throw new IllegalArgumentException(what);
        }
    }
}
