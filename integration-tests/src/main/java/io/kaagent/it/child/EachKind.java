package io.kaagent.it.child;

import java.util.Set;
import java.util.TreeSet;

/**
 * An application that has each kind of client: four requests by URL and by socket, with and without TLS. It tells how many were right, and over how many
 * connections they went. Arguments: the addresses of an http and of an https server.
 */
public final class EachKind {
    private static final int REQUESTS = 4;

    private EachKind() {}

    public static void main(String[] addresses) {
        tell("url", new Message("exchange").with("url", addresses[0]).with("finish", Finish.DISCONNECT));
        tell("socket", new Message("exchange").with("url", addresses[0]).with("raw", true));
        if (addresses.length > 1) {
            tell("https", new Message("exchange").with("url", addresses[1]).with("finish", Finish.DISCONNECT));
            tell("TLS socket", new Message("exchange").with("url", addresses[1]).with("tls", "host and port"));
        }
    }

    private static void tell(String kind, Message request) {
        Set<Integer> connections = new TreeSet<>();
        int right = 0;
        for (int i = 0; i < REQUESTS; i++) {
            Outcome outcome = Exchange.run(request, kind.charAt(0) + "." + i);
            if (!outcome.isRight()) {
                System.out.println(kind + ": " + outcome);
            }
            right += outcome.isRight() ? 1 : 0;
            connections.add(outcome.connection());
        }
        System.out.println(kind + ": " + right + " right over " + connections.size());
    }
}
