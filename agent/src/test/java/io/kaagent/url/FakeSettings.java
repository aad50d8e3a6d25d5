package io.kaagent.url;

import io.kaagent.config.Options;
import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Origin;
import io.kaagent.tcp.TcpOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The defaults unless told otherwise, and a record of what the URL side told. */
final class FakeSettings implements Settings {
    final List<Origin> unasked = new ArrayList<>();
    final List<String> unshared = new ArrayList<>();
    Options options = Options.load(null, new Properties());

    @Override
    public OriginOptions of(Origin origin) {
        return options.forOrigin(origin.scheme(), origin.host(), origin.port());
    }

    @Override
    public boolean mayHavePooled(Origin origin) {
        return of(origin).pool();
    }

    @Override
    public TcpOptions tcp(Origin origin) {
        return TcpOptions.NONE;
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
    public void unsharedFactories(Origin origin, int count, String gap) {
        unshared.add(count + " of " + origin + ": " + gap);
    }

    @Override
    public void sentAgain(Origin origin, String method, boolean twice) {
        // counted by the pool
    }

    @Override
    public boolean leakDetection() {
        return false;
    }

    @Override
    public long leakDetectionThresholdMillis() {
        return 0;
    }

    @Override
    public void heldLong(Origin origin, long seconds, Throwable opened) {
        throw new AssertionError(opened);
    }

    @Override
    public void closedLate(Origin origin, long seconds) {
        throw new AssertionError(origin);
    }

    @Override
    public void dropped(Origin origin, Throwable opened) {
        throw new AssertionError(opened);
    }

    @Override
    public void unknownJdk() {
        throw new AssertionError("the tests run on a JDK that is known");
    }

    @Override
    public void refused(String option, Exception why) {
        throw new AssertionError(option, why);
    }

    @Override
    public void closeTls(Runnable close) {
        close.run();
    }
}
