package io.kaagent.start;

import io.kaagent.jdk.Members;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;

/** The PID of this JVM. Asked for at its end only; the way that every JDK has, by JMX, would load hundreds of classes then. */
final class ProcessNumber {
    private ProcessNumber() {}

    /** Empty where it can't be told: on JDK 8 if the system is not Linux. */
    static String own() throws IOException {
        Method current = Members.method("java.lang.ProcessHandle", "current");
        if (current != null) {
            Method pid = Members.method("java.lang.ProcessHandle", "pid");
            return String.valueOf(Members.call(pid, Members.call(current, null)));
        }
        String self = new File("/proc/self").getCanonicalFile().getName();
        return self.equals("self") ? "" : self;
    }
}
