package io.kaagent.start;

/**
 * Is this JVM one of the JDK's own tools ({@code jps}, {@code keytool}, {@code javac})? With the agent in {@code JAVA_TOOL_OPTIONS}
 * they are started with it too, and scripts read what they print.
 */
final class JdkTool {
    private static final String[] PACKAGES_ON_8 = {
        "sun.tools.",
        "com.sun.tools.",
        "sun.security.tools.",
        "sun.jvmstat.",
        "sun.rmi.",
        "sun.applet.",
        "com.sun.java.util.jar.",
        "com.sun.corba.",
        "com.sun.imageio.",
        "sun.launcher.",
        "sun.net.www."
    };

    private JdkTool() {}

    /** @param command the property {@code sun.java.command}: {@code [module/]main-class arguments}; null if the JVM has none */
    static boolean isRunning(String command) {
        if (command == null) {
            return false;
        }
        int end = command.indexOf(' ');
        String main = end < 0 ? command : command.substring(0, end);
        int slash = main.indexOf('/');
        String type = main.substring(slash + 1);
        if (type.startsWith("com.sun.tools.javac.launcher.")) {
            return false; // java Application.java: javac runs the application in its own JVM
        }
        if (slash > 0) {
            return main.startsWith("jdk.") || main.startsWith("java.");
        }
        for (String tool : PACKAGES_ON_8) {
            if (type.startsWith(tool)) {
                return true;
            }
        }
        return false;
    }
}
