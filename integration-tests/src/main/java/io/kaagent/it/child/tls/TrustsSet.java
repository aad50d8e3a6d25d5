package io.kaagent.it.child.tls;

import java.util.Collections;
import java.util.Set;

/** Pins certificates in a set. */
final class TrustsSet extends TrustsAll {
    private final Set<String> pins;

    TrustsSet(String pin) {
        pins = Collections.singleton(pin);
    }

    @Override
    boolean accepts(String name) {
        return pins.contains(name);
    }
}
