package io.kaagent.pool;

/** Says what it is told to say, and remembers how it ended. */
public class FakeResource implements Resource {
    volatile boolean quiet = true;
    volatile Reason closedFor;
    volatile int closes;

    @Override
    public boolean isQuiet() {
        return quiet;
    }

    @Override
    public boolean seemsQuiet() {
        return quiet;
    }

    @Override
    public void close(Reason reason) {
        closes++;
        closedFor = reason;
    }
}
