package io.kaagent.benchmark.pool;

import java.net.MalformedURLException;
import java.net.URL;
import sun.net.www.http.HttpClient;
import sun.net.www.http.KeepAliveCache;

/** The JDK's own, which ours stands in for. Has no limit, and nobody waits. */
final class Jdk implements Peer {
    /** So that it keeps as many as there are, as long as it takes: by default 5 of each origin, for 5 seconds. */
    static final String[] SETTINGS = {
        "--add-exports=java.base/sun.net.www.http=ALL-UNNAMED",
        "-Dhttp.maxConnections=100000",
        "-Dhttp.keepAlive.time.server=600"
    };

    private final KeepAliveCache cache = new KeepAliveCache();
    private final URL[] urls;

    Jdk(Cell cell) throws MalformedURLException {
        urls = new URL[cell.origins()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = new URL("http", Keys.host(i), Keys.PORT, "/");
        }
    }

    @Override
    public Object take(int origin) {
        HttpClient client = cache.get(urls[origin], null);
        return client != null ? client : new Trivial();
    }

    @Override
    public void give(int origin, Object taken) {
        cache.put(urls[origin], null, (HttpClient) taken);
    }

    private static final class Trivial extends HttpClient {
        @Override
        public void closeServer() {}
    }
}
