package io.kaagent.it.child.mix;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.attack.Descriptors;
import io.kaagent.it.child.attack.PoolLook;
import java.io.IOException;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What this JVM holds, the agent's pool included. */
public final class Footprint {
    /** The JVM's, on 8 to 11 to be seen; a test beside may list all JVMs. */
    private static final String OF_WHO_ATTACHES = "Attach Listener";

    private Footprint() {}

    /** {@code files}: what is open but for sockets; {@code threads}: their names; {@code heap}: bytes in use. */
    public static Message now() throws IOException, ReflectiveOperationException {
        String threads = threads(); // first: whoever closes something ends afterwards
        return PoolLook.now()
                .with("files", Descriptors.files())
                .with("threads", threads)
                .with(
                        "heap",
                        Runtime.getRuntime().totalMemory()
                                - Runtime.getRuntime().freeMemory());
    }

    private static String threads() {
        TreeMap<String, Integer> names = new TreeMap<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!thread.getName().equals(OF_WHO_ATTACHES)) {
                names.merge(thread.getName(), 1, Integer::sum);
            }
        }
        StringJoiner all = new StringJoiner("\n");
        names.forEach((name, count) -> all.add(count + " " + name));
        return all.toString();
    }
}
