package io.kaagent.tls;

import java.security.cert.Certificate;
import java.security.cert.PKIXCertPathChecker;
import java.util.Collection;
import java.util.Set;

/** A checker of the application's own, of which the agent must not make copies: that is application code. */
final class NoChecker extends PKIXCertPathChecker {
    @Override
    public void init(boolean forward) {
        // nothing to check
    }

    @Override
    public boolean isForwardCheckingSupported() {
        return true;
    }

    @Override
    public Set<String> getSupportedExtensions() {
        return null;
    }

    @Override
    public void check(Certificate certificate, Collection<String> unresolved) {
        // nothing to check
    }
}
