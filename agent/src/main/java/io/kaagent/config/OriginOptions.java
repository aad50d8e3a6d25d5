package io.kaagent.config;

/**
 * The options that can differ from origin to origin (rule 3), as they apply to one of them.
 *
 * <p>Immutable, may be shared by threads. Times are milliseconds from 0 to {@code Integer.MAX_VALUE}; a count of {@code
 * Integer.MAX_VALUE} means Infinity. What each option does is said in docs/options.md and by the rules named here.
 */
public final class OriginOptions {
    private final long[] values;
    /** A bit for each option, in the order of {@link Option}. */
    private final long given;

    OriginOptions(long[] values, long given) {
        this.values = values;
        this.given = given;
    }

    /** False: the agent leaves the origin alone altogether. */
    public boolean pool() {
        return on(Option.POOL);
    }

    /** Rule 16. */
    public boolean keepAlive() {
        return on(Option.KEEP_ALIVE);
    }

    /** Whether {@code keepAlive} was given, with a value that is allowed, for this origin or for all. */
    public boolean keepAliveSetExplicitly() {
        return isGiven(Option.KEEP_ALIVE);
    }

    /** The same for {@code timeout}. */
    public boolean timeoutSetExplicitly() {
        return isGiven(Option.TIMEOUT);
    }

    /** Rules 6 and 9: 1 or more. */
    public int maxSockets() {
        return count(Option.MAX_SOCKETS);
    }

    /** Rule 17: 0 or more. */
    public int maxFreeSockets() {
        return count(Option.MAX_FREE_SOCKETS);
    }

    /** Rule 7. */
    public Scheduling scheduling() {
        return of(Option.SCHEDULING) == Scheduling.LIFO.ordinal() ? Scheduling.LIFO : Scheduling.FIFO;
    }

    /** Rule 1, the idle limit of a free connection; 0 = none. */
    public long timeoutMillis() {
        return of(Option.TIMEOUT);
    }

    /** Rule 12; 0 = waits for ever. */
    public long acquireTimeoutMillis() {
        return of(Option.ACQUIRE_TIMEOUT);
    }

    /** Rule 12: 1 or more. */
    public int maxPending() {
        return count(Option.MAX_PENDING);
    }

    /** Rule 24; 0 = connections may grow as old as they like. */
    public long socketActiveTtlMillis() {
        return of(Option.SOCKET_ACTIVE_TTL);
    }

    /** Rule 28, {@code TCP_KEEPIDLE}: 0 to 32767000, in milliseconds as given, not yet rounded up to whole seconds. */
    public int keepAliveMsecs() {
        return count(Option.KEEP_ALIVE_MSECS);
    }

    /** Rule 28, {@code TCP_KEEPINTVL}: 0 to 32767000, in milliseconds as given, not yet rounded up to whole seconds. */
    public int tcpKeepAliveIntervalMsecs() {
        return count(Option.TCP_KEEP_ALIVE_INTERVAL);
    }

    /** Rule 28, {@code TCP_KEEPCNT}: 1 to 127. */
    public int tcpKeepAliveCount() {
        return count(Option.TCP_KEEP_ALIVE_COUNT);
    }

    /** Rule 28, {@code TCP_NODELAY}. */
    public boolean noDelay() {
        return on(Option.NO_DELAY);
    }

    /** What becomes of the {@code Connection: close} of a request. */
    public CloseHeader closeHeader() {
        return of(Option.CLOSE_HEADER) == CloseHeader.REWRITE.ordinal() ? CloseHeader.REWRITE : CloseHeader.HONOUR;
    }

    /** When two socket factories may share connections of this origin. */
    public TlsIdentity tlsIdentity() {
        return of(Option.TLS_IDENTITY) == TlsIdentity.PROVED.ordinal() ? TlsIdentity.PROVED : TlsIdentity.STRICT;
    }

    /** Whether raw TLS sockets are pooled. */
    public boolean tlsSockets() {
        return on(Option.TLS_SOCKETS);
    }

    /** How long a raw connection may have been idle and still get a request that must not be sent twice; 0 = not at all. */
    public long unsafeReuseIdleMillis() {
        return of(Option.UNSAFE_REUSE_IDLE);
    }

    /** Bytes of an error response's body that are read for an application that may not read them; 0 = none. */
    public int errorBodyBytes() {
        return count(Option.ERROR_BODY_BYTES);
    }

    /** How long the application is held up for them at most. */
    public int errorBodyTimeMillis() {
        return count(Option.ERROR_BODY_TIME);
    }

    /** Bytes of a response that are read after the application has closed it, for its connection's sake; 0 = none. */
    public int drainBytes() {
        return count(Option.DRAIN_BYTES);
    }

    /** How long that may take; 0 = it is not done. */
    public int drainTimeMillis() {
        return count(Option.DRAIN_TIME);
    }

    /** Whether the JDK may send a POST once more whose connection has ended without an answer. */
    public boolean resendPost() {
        return on(Option.RESEND_POST);
    }

    /** Whether a request by URL and its body go out in one write. */
    public boolean headWithBody() {
        return on(Option.HEAD_WITH_BODY);
    }

    /** What is spoken on the raw connections of this origin. */
    public Protocol protocol() {
        long protocol = of(Option.PROTOCOL);
        return protocol == Protocol.AUTO.ordinal()
                ? Protocol.AUTO
                : protocol == Protocol.OPAQUE.ordinal() ? Protocol.OPAQUE : Protocol.NONE;
    }

    /** A copy for an origin that is to be left alone: no request of it is pooled, and no connection that is pooled already is kept. */
    public OriginOptions leftAlone() {
        return with(Option.POOL, 0).with(Option.KEEP_ALIVE, 0);
    }

    /** A copy in which one option differs. */
    OriginOptions with(Option option, long value) {
        long[] copy = values.clone();
        copy[option.ordinal()] = value;
        return new OriginOptions(copy, given | bit(option));
    }

    long of(Option option) {
        return values[option.ordinal()];
    }

    private int count(Option option) {
        return (int) of(option);
    }

    private boolean on(Option option) {
        return of(option) != 0;
    }

    /** To tell given options from those that were not; at most 64 of them. */
    static long bit(Option option) {
        return 1L << option.ordinal();
    }

    private boolean isGiven(Option option) {
        return (given & bit(option)) != 0;
    }
}
