package io.kaagent.benchmark.pool;

/** A pool, in the words of all of them. Any thread. */
interface Peer {
    /** What a caller waits at most, where there is a limit. */
    long TIMEOUT_SECONDS = 60;

    /** @return a connection that is the caller's; never null */
    Object take(int origin) throws Exception;

    void give(int origin, Object taken) throws Exception;
}
