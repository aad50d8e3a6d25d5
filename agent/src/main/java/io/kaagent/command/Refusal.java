package io.kaagent.command;

/** What was asked for can't be done; the message says why, in a line that the user can act upon. */
final class Refusal extends Exception {
    static final int FAILED = 1;
    static final int NOT_UNDERSTOOD = 2;

    private static final long serialVersionUID = 1;

    /** The exit code of the command. */
    final int exit;

    private Refusal(String message, int exit) {
        super(message);
        this.exit = exit;
    }

    static Refusal failed(String why) {
        return new Refusal(why, FAILED);
    }

    static Refusal notUnderstood(String what) {
        return new Refusal("not understood: " + what, NOT_UNDERSTOOD);
    }
}
