package io.kaagent.it.child.mix;

import java.net.Authenticator;
import java.net.PasswordAuthentication;

/** Of those requests that have one. */
final class Passwords extends Authenticator {
    private final int seed;

    Passwords(int seed) {
        this.seed = seed;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
        boolean known = Case.at(seed, getRequestingURL().getPath().split("/")).knowsPassword;
        return known ? new PasswordAuthentication("somebody", "secret".toCharArray()) : null;
    }
}
