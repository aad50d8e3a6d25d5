package io.kaagent.start;

import io.kaagent.background.Closer;
import io.kaagent.background.Sweeper;
import io.kaagent.config.Options;
import io.kaagent.config.OriginOptions;
import io.kaagent.config.TcpKeepAlive;
import io.kaagent.hook.Failures;
import io.kaagent.pool.Origin;
import io.kaagent.tcp.TcpOptions;
import io.kaagent.url.Settings;
import io.kaagent.watch.Log;
import io.kaagent.watch.OriginKey;
import java.util.concurrent.ConcurrentHashMap;

/** Options as the clients want them. */
final class ClientSettings implements Settings, io.kaagent.socket.Settings {
    private final Options options;
    private final LiveOptions live;
    private final Sweeper sweeper;
    private final Closer closer = new Closer();
    private final ConcurrentHashMap<String, Boolean> refused = new ConcurrentHashMap<String, Boolean>();

    /** @param live the same, with what changes */
    ClientSettings(Options options, LiveOptions live, Sweeper sweeper) {
        this.options = options;
        this.live = live;
        this.sweeper = sweeper;
    }

    static boolean onEverySocket(Options options) {
        return options.tcpKeepAlive() == TcpKeepAlive.ALL;
    }

    /** {@code ka.tcpKeepAlive=all}: keepalive only. TCP_NODELAY is the application's own choice where nothing is pooled. */
    TcpOptions everySocket() {
        OriginOptions of = options.global();
        return TcpOptions.keepAlive(of.keepAliveMsecs(), of.tcpKeepAliveIntervalMsecs(), of.tcpKeepAliveCount(), false);
    }

    @Override
    public OriginOptions of(Origin origin) {
        return live.of(origin);
    }

    @Override
    public boolean mayHavePooled(Origin origin) {
        return options.forOrigin(origin.scheme(), origin.host(), origin.port()).pool();
    }

    @Override
    public TcpOptions tcp(Origin origin) {
        OriginOptions of = of(origin);
        if (options.tcpKeepAlive() == TcpKeepAlive.OFF) {
            return TcpOptions.noKeepAlive(of.noDelay());
        }
        TcpOptions probed = TcpOptions.keepAlive(
                of.keepAliveMsecs(), of.tcpKeepAliveIntervalMsecs(), of.tcpKeepAliveCount(), of.noDelay());
        return onEverySocket(options) ? probed.always() : probed;
    }

    @Override
    public void lookAfter() {
        sweeper.wake();
    }

    @Override
    public void sentUnasked(Origin origin, int minutes) {
        Log.warnRarely(
                "unasked " + origin,
                origin + " sent bytes that belong to no response; its connections are not reused for " + minutes
                        + " minutes (" + OriginKey.of(origin, "pool") + "=false leaves it alone altogether)");
    }

    @Override
    public void sentAgain(Origin origin, String method, boolean twice) {
        if (twice) {
            Log.warnRarely(
                    "again " + origin,
                    "the JDK sent a " + method + " to " + origin + " once more, since the connection ended without an"
                            + " answer; the server may have carried it out twice (ka.resendPost=false forbids it)");
        } else if (Log.isDebug()) {
            Log.debug("the JDK sent a " + method + " to " + origin + " once more");
        }
    }

    @Override
    public void unsharedFactories(Origin origin, int count, String gap) {
        Log.warnRarely(
                "factories " + origin,
                count + " distinct SSLSocketFactory objects for " + origin + ", not shared because " + gap
                        + "; each opens connections of its own, as without the agent");
    }

    @Override
    public void unknownJdk() {
        Log.warnRarely("jdk", "the HTTP client of this JDK is not as expected; nothing is pooled");
    }

    @Override
    public void unknownJdk(Throwable why) {
        Log.warn("raw sockets can't be pooled on this JVM", why);
    }

    @Override
    public void defect(String where, Throwable defect) {
        Failures.report(where, defect);
    }

    @Override
    public void closeTls(Runnable close) {
        closer.close(close);
    }

    @Override
    public boolean leakDetection() {
        return options.leakDetection();
    }

    @Override
    public void leaked(Origin origin, boolean givenBack, Throwable opened) {
        if (opened != null) {
            Log.warn(
                    "a socket to " + origin + " was dropped without being closed; its connection was "
                            + (givenBack ? "given back" : "closed"),
                    opened);
        }
    }

    @Override
    public long leakDetectionThresholdMillis() {
        return options.leakDetectionThresholdMillis();
    }

    @Override
    public void heldLong(Origin origin, long seconds, Throwable opened) {
        Log.warn(
                "a response of " + origin + " has been neither read to its end nor closed for " + seconds
                        + " s; it holds a connection",
                opened);
    }

    @Override
    public void closedLate(Origin origin, long seconds) {
        Log.warn("the response of " + origin + " told of before was closed after all, after " + seconds + " s");
    }

    @Override
    public void dropped(Origin origin, Throwable opened) {
        Log.warn(
                "a response of " + origin
                        + " was dropped, neither read to its end nor closed; its connection was closed",
                opened);
    }

    @Override
    public void refused(String option, Exception why) {
        if (refused.putIfAbsent(option, Boolean.TRUE) == null) {
            Log.info(option + " can't be set here" + (why == null ? ": this JDK has no such option" : ": " + why));
        }
    }
}
