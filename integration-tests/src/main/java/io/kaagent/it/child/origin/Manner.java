package io.kaagent.it.child.origin;

/** Whose ways an origin has. */
public enum Manner {
    /** Chunks what has no length, even when asked to close; always says what becomes of the connection. */
    NGINX,
    /** Chunks even when asked to close; tells its time-out to those who ask to be kept alive; Connection stands amid the fields. */
    APACHE,
    /** Ends what has no length by closing if asked to close, else chunks; says nothing of a connection that stays. */
    JETTY,
    /** As nginx, but gone after every third answer without having said so. */
    FORGETFUL,
    /** HTTP/1.0: closes after each answer and says nothing of it. */
    OLD,
    /** Speaks first, as SMTP and FTP servers do. */
    GREETING,
    /** Lines that look like nothing else, as Redis has. */
    PING,
    /** Lines that begin as a request of HTTP does: {@code GET key}. */
    MEMCACHED,
    /** Requests and answers that are those of HTTP but for the protocol's name. */
    RTSP,
    /** Resets each connection at its first byte: with TLS, in the handshake. */
    RESETTING,
    /** Ends each connection once something has come: with TLS, in the handshake. */
    HANGING_UP,
    /** Never answers anything, a handshake neither. */
    SILENT,
    /** Answers in plain text whatever comes, as the HTTP port does to those who think it is the HTTPS port. */
    PLAIN_TEXT;

    boolean isHttp() {
        return ordinal() <= OLD.ordinal();
    }

    /** Whether it ever gets as far as to a conversation. */
    boolean converses() {
        return ordinal() < RESETTING.ordinal();
    }

    boolean chunksWhenClosing() {
        return this != JETTY;
    }
}
