package io.kaagent.command;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * The JDK's API for attaching to other JVMs: the module {@code jdk.attach}, which is on the path of a JDK 9 or later; on JDK 8
 * {@code lib/tools.jar}, which is not. A JRE has neither.
 */
final class AttachApi {
    private static final String VIRTUAL_MACHINE = "com.sun.tools.attach.VirtualMachine";

    /** Loaded once: two copies on JDK 8 would load its native library twice, which fails. */
    private static Class<?> virtualMachine;

    private AttachApi() {}

    static Class<?> virtualMachine() throws Refusal {
        if (virtualMachine == null) {
            virtualMachine = find();
        }
        return virtualMachine;
    }

    private static Class<?> find() throws Refusal {
        String home = System.getProperty("java.home");
        try {
            return Class.forName(VIRTUAL_MACHINE);
        } catch (ClassNotFoundException onEight) {
            for (String place : new String[] {"../lib/tools.jar", "lib/tools.jar"}) {
                File tools = new File(home, place);
                if (tools.isFile()) {
                    return in(tools);
                }
            }
            throw Refusal.failed("this Java can't attach to others: " + home + " is a JRE, not a JDK."
                    + " Run this command with the java of a JDK; it need not be the version of the other process");
        }
    }

    private static Class<?> in(File tools) throws Refusal {
        try {
            URL[] path = {tools.toURI().toURL()};
            return Class.forName(VIRTUAL_MACHINE, true, new URLClassLoader(path));
        } catch (ClassNotFoundException e) {
            throw Refusal.failed("this Java can't attach to others: " + tools + " is without " + VIRTUAL_MACHINE);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
