package io.kaagent.observe;

/** Why a connection that the application opened would have been opened with pooling, too. */
public enum Cause {
    /** Nothing had been opened there before. */
    FIRST,
    /** Those that were there were in use. */
    IN_USE,
    /** The one before would have been idle for too long (rules 20 and 22). */
    IDLE,
    /** The one before ended because the client asked for close, and that is to be honoured, or can't be changed. */
    CLIENT_CLOSE,
    /** The one before was ended by the server. */
    SERVER_CLOSE,
    /** The one before was closed with more of an answer unread than would have been read for its sake. */
    UNREAD,
    /** The one before was closed before its answer was there. */
    UNANSWERED,
    /** The one before had carried credentials that are the connection's (rule 25), which nobody shares. */
    CREDENTIALS,
    /** The one before could not be followed: requests ahead of answers, bytes nobody asked for, another protocol from some point on. */
    UNFOLLOWED,
    /** The one before had its output ended by the client. */
    HALF_CLOSED,
    /** The one before was dropped without being closed. */
    DROPPED,
    /** The one before was one more than {@code maxFreeSockets}. */
    SURPLUS,
    /** A request that must not be sent twice, and the free connection was idle for longer than {@code unsafeReuseIdle}. */
    UNSAFE,
    /** Those that were free were of another TLS setting, such as a socket factory made anew, of another address, or kind of client. */
    DIFFERENT,
    /** Nothing of HTTP/1.x was sent on it. */
    NOT_HTTP,
    /** Nothing was sent on it at all. */
    UNUSED,
    /** The options leave this origin alone, or keep nothing alive. */
    OFF
}
