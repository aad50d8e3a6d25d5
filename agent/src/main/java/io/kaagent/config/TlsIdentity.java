package io.kaagent.config;

/** When two socket factories may share connections. */
public enum TlsIdentity {
    /** If it is proved that they connect with the same trust, keys and checks. */
    PROVED,
    /** If they are the same object, as in the JDK. */
    STRICT
}
