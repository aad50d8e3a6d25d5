package io.kaagent.socket;

import io.kaagent.config.OriginOptions;
import java.io.IOException;

/**
 * A used connection on trial. Until a complete request head shows that the connection will do, it is <em>provisional</em>; and as long
 * as no byte of an answer has come, the impl that the application's socket came with is kept, unconnected and with all its options, for
 * a fresh connection in its place.
 *
 * <p>Threading: as {@link Link}; the spare may be closed by any thread.
 */
final class Trial {
    private final RawPool home;
    private final OriginOptions options;
    private final OriginMemory memory;
    private volatile Made spare;
    private volatile boolean provisional;

    Trial(RawPool home, OriginOptions options, OriginMemory memory) {
        this.home = home;
        this.options = options;
        this.memory = memory;
    }

    /** @param isProvisional false where the operator has said that any use will do */
    void begin(Made unconnected, boolean isProvisional) {
        spare = unconnected;
        provisional = isProvisional;
    }

    boolean isProvisional() {
        return provisional;
    }

    /** Whether a fresh connection can take its place. */
    boolean hasSpare() {
        return spare != null;
    }

    /** Null where there is none. */
    Made spare() {
        return spare;
    }

    /** Rule 8, once more; and a request that can't be sent again wants a connection that was used just now. */
    boolean isGood(RawConnection used, boolean repeatable) {
        return (repeatable || mayGetUnsafe(used)) && used.isQuiet();
    }

    /** It will do. */
    void pass() {
        provisional = false;
    }

    /** The spare is in use now. */
    void end() {
        provisional = false;
        spare = null;
    }

    /** A byte of an answer has come: it is not stale. Or its owner has closed it. */
    void dropSpare() {
        Made unused = spare;
        if (unused != null) {
            spare = null;
            try {
                unused.close();
            } catch (IOException e) {
                home.closeFailed(e);
            }
        }
    }

    private boolean mayGetUnsafe(RawConnection used) {
        long most = options.unsafeReuseIdleMillis();
        return most > 0 && used.isYoung(most) && memory.allowsUnsafeReuse();
    }
}
