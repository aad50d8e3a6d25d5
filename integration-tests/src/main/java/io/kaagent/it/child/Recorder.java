package io.kaagent.it.child;

import java.util.List;
import java.util.StringJoiner;

/** What Java Flight Recorder knows of the agent's events. By reflection: it came to JDK 8 in an update. */
final class Recorder {
    private Recorder() {}

    static Message registered() throws ReflectiveOperationException {
        StringJoiner names = new StringJoiner(",");
        Class<?> recorder = Class.forName("jdk.jfr.FlightRecorder");
        Object only = recorder.getMethod("getFlightRecorder").invoke(null);
        for (Object type : (List<?>) recorder.getMethod("getEventTypes").invoke(only)) {
            String name = (String) type.getClass().getMethod("getName").invoke(type);
            if (name.startsWith("io.kaagent.")) {
                names.add(name);
            }
        }
        return Control.ok().with("events", names);
    }
}
