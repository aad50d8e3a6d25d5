package io.kaagent.hook;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The hooks are connected when the first of them is called that may begin a connection, or when somebody asks for the pool: a JVM that
 * opens none never loads it (docs/adr/0028).
 *
 * <p>On whatever thread that is, with whatever locks it holds. So what connects them loads classes of the boot loader, and calls nothing of
 * the application's. Who comes meanwhile waits for it, but not for ever: other agents look at each class that is loaded, and what they
 * wait for then may be held by who waits here. He goes on as without the agent.
 */
public final class FirstUse {
    private static final long PATIENCE_SECONDS = 5;

    private static final ReentrantLock CONNECTING = new ReentrantLock();

    /** Null once it is done, and if nothing is to be connected. */
    private static volatile Runnable connector;

    private FirstUse() {}

    /** @param newConnector connects the hooks; runs once, unless stack or memory run out */
    public static void awaitedBy(Runnable newConnector) {
        connector = newConnector;
    }

    /** From here on they are connected, if they are to be. */
    public static void comes() {
        if (connector != null && !CONNECTING.isHeldByCurrentThread()) {
            try {
                connect();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // meant for the application
            }
        }
    }

    private static void connect() throws InterruptedException {
        if (!CONNECTING.tryLock() && !CONNECTING.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return;
        }
        try {
            Runnable mine = connector;
            if (mine != null) {
                mine.run();
                connector = null; // afterwards: who sees null finds them connected
            }
        } catch (VirtualMachineError e) {
            return; // it only happened to strike here: the next one tries again
        } catch (Throwable e) {
            connector = null;
            Failures.report("connect", e);
        } finally {
            CONNECTING.unlock();
        }
    }
}
