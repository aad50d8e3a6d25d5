package io.kaagent.demo;

/** A JVM that the demo started has died, is silent, or does not end. The message names it and says which. */
final class ChildFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    ChildFailed(String message) {
        super(message);
    }
}
