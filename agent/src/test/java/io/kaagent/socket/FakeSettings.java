package io.kaagent.socket;

import io.kaagent.config.Options;
import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Origin;
import io.kaagent.tcp.TcpOptions;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

/** The defaults unless told otherwise, and a record of what the raw sockets told. */
final class FakeSettings implements Settings {
    final List<Origin> unasked = new CopyOnWriteArrayList<>();
    final List<String> leaks = new CopyOnWriteArrayList<>();
    TcpOptions tcp = TcpOptions.NONE;
    private volatile Options options = Options.load(null, new Properties());

    void set(String key, String value) {
        Properties properties = new Properties();
        properties.setProperty(key, value);
        options = Options.load(null, properties);
    }

    @Override
    public OriginOptions of(Origin origin) {
        return options.forOrigin(origin.scheme(), origin.host(), origin.port());
    }

    @Override
    public TcpOptions tcp(Origin origin) {
        return tcp;
    }

    @Override
    public void lookAfter() {
        // no sweeper here
    }

    @Override
    public void sentUnasked(Origin origin, int minutes) {
        unasked.add(origin);
    }

    @Override
    public boolean leakDetection() {
        return options.leakDetection();
    }

    @Override
    public void leaked(Origin origin, boolean givenBack, Throwable opened) {
        leaks.add((givenBack ? "given back" : "closed") + (opened == null ? "" : ", " + opened.getMessage()));
    }

    @Override
    public void defect(String where, Throwable defect) {
        throw new AssertionError(where, defect);
    }

    @Override
    public void unknownJdk(Throwable why) {
        throw new AssertionError(why);
    }

    @Override
    public void refused(String option, Exception why) {
        throw new AssertionError(option, why);
    }

    @Override
    public void closeTls(Runnable close) {
        close.run();
    }

    @Override
    public void unsharedFactories(Origin origin, int count, String gap) {
        throw new AssertionError(gap);
    }
}
