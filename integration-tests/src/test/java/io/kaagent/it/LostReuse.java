package io.kaagent.it;

import io.kaagent.it.child.Finish;

/** What a plain JDK opens a connection for each time, and what becomes of that: ten requests, one after the other. */
enum LostReuse {
    ERROR_UNREAD("status=500&body=100", Finish.ABANDON, 10, 1),
    ERROR_UNREAD_AND_DISCONNECTED("status=500&body=100", Finish.UNREAD_DISCONNECT, 2, 1),
    LONG_ERROR_UNREAD("status=404&body=20000&chunked", Finish.ABANDON, 10, 1),
    ERROR_READ("status=500&body=100", Finish.CLOSE_DISCONNECT, 1, 1),
    STATUS_ONLY_THEN_DISCONNECT("body=100", Finish.UNREAD_DISCONNECT, 2, 1),
    LATE_BODY_CLOSED_UNREAD("body=100&late=50", Finish.UNREAD_CLOSE, 2, 1),
    MEGABYTE_CLOSED_UNREAD("body=1000000", Finish.UNREAD_CLOSE, 10, 1),
    /** Of chunks as servers send them: JDKs copy all that they hold for each chunk, which took a second a response with small ones. */
    CHUNKED_MEGABYTE_CLOSED_UNREAD("body=1000000&chunked=4000", Finish.UNREAD_CLOSE, 10, 1),
    LAST_CHUNK_LATE("body=100&chunked&last=30", Finish.EXACT_CLOSE, 2, 1),
    REDIRECT("status=302&redirect&body=100", Finish.CLOSE, 11, 1),
    REDIRECT_WITHOUT_BODY("status=302&redirect&body=0", Finish.CLOSE, 11, 1),
    REDIRECT_WITH_LATE_BODY("status=302&redirect&body=100&late=5", Finish.CLOSE, 11, 1),
    CHUNKED_REDIRECT("status=302&redirect&body=300&chunked", Finish.CLOSE, 11, 1),
    CHALLENGE("challenge&body=100", Finish.CLOSE, 11, 1),
    CONNECTION_OF_SEVERAL_WORDS("connection=keep-alive,+foo&body=100", Finish.CLOSE, 10, 1),
    CONNECTION_OF_ANOTHER_WORD("connection=foo&body=100&chunked", Finish.CLOSE, 10, 10),
    OLD_BUT_KEPT_ALIVE("version=1.0&connection=Keep-Alive,+foo&body=100", Finish.CLOSE, 10, 1),
    HINT_IN_ANY_ORDER_AND_CASE("hint=MAX=7,+Timeout=9&body=100", Finish.CLOSE, 1, 1),
    // must not be used again
    MORE_THAN_THE_BUDGET("body=3000000", Finish.UNREAD_CLOSE, 10, 10),
    CLOSED_AMONG_OTHER_WORDS("connection=foo,+Close&body=100", Finish.CLOSE, 10, 10),
    CLOSED("connection=close&body=100", Finish.CLOSE, 10, 10),
    OLD("version=1.0&body=100", Finish.CLOSE, 10, 10);

    static final int REQUESTS = 10;

    private final String query;
    private final Finish finish;
    /** Connections without the agent, or more: where a plain JDK races with its own cleaner. */
    final int without;
    /** Connections with the agent, one at a time. */
    final int connections;

    LostReuse(String query, Finish finish, int without, int connections) {
        this.query = query;
        this.finish = finish;
        this.without = without;
        this.connections = connections;
    }

    Ask ask(Site site) {
        return Ask.of(site, query).finish(finish);
    }

    /** Of one request. */
    int arrivals() {
        return query.contains("redirect") || query.contains("challenge") ? 2 : 1;
    }
}
