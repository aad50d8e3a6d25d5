package io.kaagent.it.child.tls;

/** Pins one certificate for good. */
final class TrustsNamed extends TrustsAll {
    private final String pin;

    TrustsNamed(String pin) {
        this.pin = pin;
    }

    @Override
    boolean accepts(String name) {
        return name.equals(pin);
    }
}
