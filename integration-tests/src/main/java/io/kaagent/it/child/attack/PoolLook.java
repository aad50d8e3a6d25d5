package io.kaagent.it.child.attack;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** What the agent's pool in this JVM holds and has counted, and what the JVM itself has open. */
public final class PoolLook {
    private PoolLook() {}

    /** {@code sockets}: descriptors that are sockets; -1 where the platform does not tell. */
    public static Message now() throws IOException, ReflectiveOperationException {
        Object snapshot = call(pool(), "snapshot");
        Object counters = call(snapshot, "counters");
        return Control.ok()
                .with("busy", call(snapshot, "busy"))
                .with("free", call(snapshot, "free"))
                .with("waiting", call(snapshot, "waiting"))
                .with("requests", call(counters, "requests"))
                .with("created", call(counters, "created"))
                .with("destroyed", call(counters, "destroyed"))
                .with("leaked", call(counters, "leaked"))
                .with("resent", call(counters, "resent"))
                .with("connects", call(call(counters, "connecting"), "count"))
                .with("reopened", call(counters, "reopened"))
                .with("handshakes", call(call(counters, "handshakes"), "count"))
                .with("sockets", Descriptors.sockets());
    }

    /** Closes what is free. */
    public static Message evict() throws ReflectiveOperationException {
        call(call(pool(), "eviction"), "all");
        return Control.ok();
    }

    /** It may be that nobody has asked for it yet. */
    private static Object pool() throws ReflectiveOperationException {
        Class.forName("io.kaagent.hook.FirstUse", true, null).getMethod("comes").invoke(null);
        Object raw = field(Class.forName("io.kaagent.hook.SocketHooks", true, null), null, "raw");
        return field(raw.getClass(), raw, "pool");
    }

    private static Object field(Class<?> type, Object of, String name) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }

    private static Object call(Object of, String name) throws ReflectiveOperationException {
        Method method = of.getClass().getMethod(name);
        method.setAccessible(true);
        return method.invoke(of);
    }
}
