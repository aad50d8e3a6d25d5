package io.kaagent.it.child.libs;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.io.IOException;

/** An application that uses libraries as the test tells it to, and answers what it saw. */
public final class LibraryClient {
    private final HeldRequests held = new HeldRequests();

    public static void main(String[] arguments) throws IOException {
        Control.obey(new LibraryClient()::handle);
    }

    private Message handle(Message message) throws Exception {
        switch (message.verb()) {
            case "hold":
                return held.open(message);
            case "gc":
                System.gc();
                return Control.ok();
            default:
                return Control.ok().with("saw", play(message));
        }
    }

    private static Transcript play(Message message) throws Exception {
        switch (message.verb()) {
            case "commons-httpclient":
                return CommonsHttpClient.play(message);
            case "xmlrpc":
                return XmlRpcCalls.play(message);
            case "httpclient":
                return ApacheHttpClient.play(message);
            case "postgres":
                return PostgresClient.play(message);
            case "redis":
                return RedisClient.play(message);
            default:
                throw new IllegalArgumentException(message.verb());
        }
    }
}
