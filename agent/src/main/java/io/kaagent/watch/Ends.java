package io.kaagent.watch;

import io.kaagent.pool.Reason;
import java.util.EnumMap;
import java.util.Map;

/** The reasons for which connections end, in words. */
final class Ends {
    private static final Map<Reason, String> WORDS = words();

    private Ends() {}

    static String inWords(Reason reason) {
        return WORDS.get(reason);
    }

    private static Map<Reason, String> words() {
        Map<Reason, String> words = new EnumMap<Reason, String>(Reason.class);
        words.put(Reason.NOT_QUIET, "closed by its server, or spoken on, while it was free");
        words.put(Reason.IDLE_LIMIT, "free for as long as allowed (ka.timeout, or what its server allows)");
        words.put(Reason.AGE_LIMIT, "as old as allowed (ka.socketActiveTTL)");
        words.put(Reason.NOT_REUSABLE, "of no use after its last answer");
        words.put(Reason.KEEP_ALIVE_OFF, "not kept (ka.keepAlive=false)");
        words.put(Reason.MAX_FREE_SOCKETS, "as many were free as allowed (ka.maxFreeSockets)");
        words.put(Reason.MAX_SOCKETS, "more were open than allowed now (ka.maxSockets)");
        words.put(Reason.MAX_TOTAL_SOCKETS, "more were open in all than allowed now (ka.maxTotalSockets)");
        words.put(Reason.SERVER_HINT, "its server wanted no further request on it");
        words.put(Reason.MAKE_ROOM, "its place was needed for another one");
        words.put(Reason.CLOSED_BY_OWNER, "closed by the application, the JDK or its server while in use");
        words.put(Reason.ABANDONED, "dropped by the application without being closed");
        words.put(Reason.CONNECT_FAILED, "connecting failed");
        words.put(Reason.EVICTED, "closed on an operator's word");
        words.put(Reason.SHUTDOWN, "the pool was closed");
        return words;
    }
}
