package io.kaagent.tls;

/** What has come over a TLS connection that nobody waits for anything on. */
public enum Arrival {
    /** Messages of the TLS connection itself, which have been taken in. */
    OF_TLS,
    /** The application's data, by themselves or behind such messages. */
    DATA,
    /** What can't be told: a handshake, an alert, a record that is not complete. */
    UNCLEAR
}
