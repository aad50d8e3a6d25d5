package io.kaagent.hook;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The hooks are connected when the first of them is called that may begin a connection, or when somebody asks for the pool: a JVM that
 * opens none never loads it (docs/adr/0028).
 *
 * <p>On whatever thread that is, with whatever locks it holds. So what connects them loads classes of the boot loader, and calls nothing of
 * the application's. Who comes meanwhile waits for it, but not for ever: other agents look at each class that is loaded, and what they
 * wait for then may be held by who waits here. He goes on as without the agent, and from then on nobody waits.
 */
public final class FirstUse {
    private static final long PATIENCE_MILLIS = 5000;

    private static final ReentrantLock CONNECTING = new ReentrantLock();

    /** Null once it is done, if nothing is to be connected, and once somebody has waited in vain. */
    private static volatile Runnable connector;

    private FirstUse() {}

    /** @param newConnector connects the hooks; runs once, unless stack or memory run out */
    public static void awaitedBy(Runnable newConnector) {
        connector = newConnector;
    }

    /** From here on they are connected, if they are to be, or will be soon. */
    public static void comes() {
        comes(PATIENCE_MILLIS);
    }

    static void comes(long patienceMillis) {
        if (connector != null && !CONNECTING.isHeldByCurrentThread()) {
            try {
                connect(patienceMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // meant for the application
            }
        }
    }

    private static void connect(long patienceMillis) throws InterruptedException {
        if (!CONNECTING.tryLock() && !CONNECTING.tryLock(patienceMillis, TimeUnit.MILLISECONDS)) {
            connector = null; // who is at it goes on; were it never to end, each connection would be late by as much
            return;
        }
        Runnable mine = connector;
        try {
            if (mine != null) {
                mine.run();
                connector = null; // afterwards: who sees null finds them connected
            }
        } catch (VirtualMachineError e) {
            connector = mine; // it only happened to strike here: the next one tries again
        } catch (Throwable e) {
            connector = null;
            Failures.report("connect", e);
        } finally {
            CONNECTING.unlock();
        }
    }
}
