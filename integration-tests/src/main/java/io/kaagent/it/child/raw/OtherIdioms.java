package io.kaagent.it.child.raw;

import static io.kaagent.it.child.origin.Manner.GREETING;
import static io.kaagent.it.child.origin.Manner.MEMCACHED;
import static io.kaagent.it.child.origin.Manner.NGINX;
import static io.kaagent.it.child.origin.Manner.PING;
import static io.kaagent.it.child.origin.Manner.RTSP;
import static io.kaagent.it.child.raw.Connections.UNTOUCHED;
import static io.kaagent.it.child.raw.Pace.RARELY;
import static io.kaagent.it.child.raw.Pace.SELDOM;

/** Where there is no HTTP, or nobody at all. */
final class OtherIdioms {
    private OtherIdioms() {}

    static void addTo(IdiomTable table) {
        others(table);
    }

    private static void others(IdiomTable table) {
        table.add("greeted", UNTOUCHED, SELDOM, NotHttp::greeted, GREETING);
        table.add("ping", UNTOUCHED, SELDOM, NotHttp::ping, PING);
        table.add("memcached", UNTOUCHED, SELDOM, NotHttp::memcached, MEMCACHED);
        table.add("memcachedInCapitals", UNTOUCHED, SELDOM, NotHttp::inCapitals, MEMCACHED);
        table.add("optionsOfAStream", UNTOUCHED, SELDOM, NotHttp::options, RTSP);
        table.add("upgraded", UNTOUCHED, SELDOM, NotHttp::upgraded, NGINX);
        table.add("tunnelled", UNTOUCHED, SELDOM, NotHttp::tunnelled, NGINX);
        table.add("urgent", UNTOUCHED, SELDOM, NotHttp::urgent, NGINX);
        table.add("refused", UNTOUCHED, SELDOM, Unreachable::refused, NGINX);
        table.add("refusedInTime", UNTOUCHED, SELDOM, Unreachable::refusedInTime, NGINX);
        table.add("unknownHost", UNTOUCHED, RARELY, Unreachable::unknownHost, NGINX);
        table.add("unresolved", UNTOUCHED, RARELY, Unreachable::unresolved, NGINX);
        table.add("neverConnected", UNTOUCHED, RARELY, Unreachable::neverConnected, NGINX);
    }
}
