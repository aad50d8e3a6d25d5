package io.kaagent.start;

import io.kaagent.jdk.Members;
import java.lang.reflect.Method;

/** What the JVM was started with, wherever that was written. */
final class JvmArguments {
    private static final String[] OTHERS_THAT_WEAVE = {
        "-agentlib:", "-agentpath:", "-Xrun", "-XX:StartFlightRecording", "-XX:+FlightRecorder"
    };

    private JvmArguments() {}

    /** Null where the JVM keeps them to itself: on JDK 8. */
    static String[] given() {
        Method arguments = Members.method("jdk.internal.misc.VM", "getRuntimeArguments");
        return arguments == null ? null : (String[]) Members.call(arguments, null);
    }

    /** Whether this is the only agent that they name, and so nobody has changed a class before it. Not if they are not known. */
    static boolean nameNoOtherAgent(String[] arguments) {
        if (arguments == null) {
            return false;
        }
        int agents = 0;
        for (String argument : arguments) {
            if (argument.startsWith("-javaagent:")) {
                agents++;
            }
            for (String other : OTHERS_THAT_WEAVE) {
                if (argument.startsWith(other)) {
                    return false;
                }
            }
        }
        return agents == 1;
    }
}
