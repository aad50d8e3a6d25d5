package io.kaagent.it.child;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** An application that uses JMX by itself, from the start of its main thread on. */
public final class LooksAtItself {
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private LooksAtItself() {}

    public static void main(String[] arguments) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName pool = new ObjectName("io.kaagent:type=Pool");
        System.out.println("before the first request: " + server.isRegistered(pool));
        new Exchange(new Message("exchange").with("url", arguments[0]), "one").run();
        long start = System.nanoTime();
        while (!server.isRegistered(pool) && System.nanoTime() - start < PATIENCE_NANOS) {
            Thread.sleep(5);
        }
        System.out.println("requests: " + server.getAttribute(pool, "Requests"));
        String[] types = {String.class.getName(), String.class.getName()};
        System.out.println(server.invoke(pool, "setOption", new Object[] {"maxSockets", "3"}, types));
    }
}
