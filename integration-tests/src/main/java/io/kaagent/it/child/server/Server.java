package io.kaagent.it.child.server;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds any number of sites at once; each has its own ports and its own counters. */
public final class Server {
    private final AtomicInteger names = new AtomicInteger();
    private final Map<Integer, Site> sites = new ConcurrentHashMap<>();

    public static void main(String[] arguments) throws IOException {
        Control.obey(new Server()::handle);
    }

    private Message handle(Message message) throws Exception {
        if (message.verb().equals("listen")) {
            int name = names.incrementAndGet();
            Site site = new Site(message);
            sites.put(name, site);
            return Control.ok().with("site", name).with("ports", site.ports());
        }
        return handle(sites.get(message.number("site")), message);
    }

    private Message handle(Site site, Message message) throws IOException {
        switch (message.verb()) {
            case "tally":
                return site.tally().toMessage();
            case "release":
                site.gate().release(message.number("count"));
                return Control.ok();
            case "idle":
                return Control.ok().with("told", site.onIdle(Deed.valueOf(message.get("deed"))));
            case "close":
                site.close();
                sites.remove(message.number("site"));
                return Control.ok();
            default:
                throw new IllegalArgumentException(message.verb());
        }
    }
}
