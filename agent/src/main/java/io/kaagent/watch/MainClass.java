package io.kaagent.watch;

import java.io.File;

/** The application's name as far as the JVM knows it. Without its arguments, which may be nobody's business. */
public final class MainClass {
    private MainClass() {}

    /**
     * Or the name of the jar that was started, or nothing for a JVM that was not started by java.
     *
     * @param command the property {@code sun.java.command}
     */
    public static String of(String command) {
        int space = command.indexOf(' ');
        String first = space < 0 ? command : command.substring(0, space);
        int jar = (command + " ").indexOf(".jar ");
        boolean isPath = first.indexOf('/') >= 0 || first.indexOf('\\') >= 0 || first.endsWith(".jar");
        return jar < 0 || !isPath ? first : new File(command.substring(0, jar + 4)).getName();
    }
}
