package io.kaagent.benchmark;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.io.ConnectionStatistics;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;

/** Jetty with its own settings, and the small answer. */
final class Container {
    static {
        System.setProperty("org.eclipse.jetty.util.log.class", "org.eclipse.jetty.util.log.StdErrLog");
        System.setProperty("org.eclipse.jetty.util.log.announce", "false");
        System.setProperty("org.eclipse.jetty.LEVEL", "WARN");
    }

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ConnectionStatistics statistics = new ConnectionStatistics();

    Container() throws Exception {
        connector.setHost("127.0.0.1");
        connector.addBean(statistics);
        server.addConnector(connector);
        server.setHandler(new SmallAnswers());
        server.start();
    }

    int port() {
        return connector.getLocalPort();
    }

    /** That it has accepted so far. */
    long connections() {
        return statistics.getConnectionsTotal();
    }

    private static final class SmallAnswers extends AbstractHandler {
        private final byte[] body = HttpTalk.smallBody();

        @Override
        public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            base.setHandled(true);
            response.setContentType("text/plain");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
