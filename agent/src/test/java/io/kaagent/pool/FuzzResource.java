package io.kaagent.pool;

/** A connection of the fuzzer. While the pool looks at it or closes it, others go on. */
final class FuzzResource implements Resource {
    /** Null until it is adopted, if it was opened without asking. */
    Connection connection;

    boolean quiet = true;
    boolean open = true;

    private final Fuzz fuzz;

    FuzzResource(Fuzz fuzz, Connection connection) {
        this.fuzz = fuzz;
        this.connection = connection;
    }

    @Override
    public boolean isQuiet() {
        return quiet && open;
    }

    @Override
    public boolean seemsQuiet() {
        boolean seems = quiet && open;
        fuzz.meanwhile();
        return seems;
    }

    @Override
    public void close(Reason reason) {
        fuzz.model.closing(this, reason);
        fuzz.meanwhile();
        open = false;
        fuzz.model.closed(this);
    }
}
