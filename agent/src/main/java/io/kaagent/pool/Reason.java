package io.kaagent.pool;

/** Why a connection ended (rule 30). */
public enum Reason {
    /** Bytes, end of stream or an error was waiting on it while it was free (rules 8, 27). */
    NOT_QUIET,
    /** Free for longer than allowed (rule 23). */
    IDLE_LIMIT,
    /** Older than {@code socketActiveTTL} (rule 24). */
    AGE_LIMIT,
    /** Its last exchange left it unusable (rule 14). */
    NOT_REUSABLE,
    /** {@code keepAlive=false} and nobody waited (rule 16). */
    KEEP_ALIVE_OFF,
    /** {@code maxFreeSockets} were free already (rule 17). */
    MAX_FREE_SOCKETS,
    /** More open than {@code maxSockets}, which was lowered (rule 17). */
    MAX_SOCKETS,
    /** More open than {@code maxTotalSockets}, which was lowered (rule 17). */
    MAX_TOTAL_SOCKETS,
    /** The server's {@code Keep-Alive} header left no time or no further request (rules 18, 22). */
    SERVER_HINT,
    /** Its slot went to a caller of another name or origin (rules 6, 10, 19). */
    MAKE_ROOM,
    /** Closed by the application, the JDK or the peer while in a caller's hands (rule 20). */
    CLOSED_BY_OWNER,
    /** Dropped by the application without being closed. */
    ABANDONED,
    /** Connecting failed: it was never open (rule 9). */
    CONNECT_FAILED,
    /** An operator had the free connections closed. */
    EVICTED,
    /** The pool was closed (rule 29). */
    SHUTDOWN
}
