package io.kaagent.command;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;

/** The terminal that this command writes to, if it does. */
final class Terminal {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 24;

    private final boolean there;

    private Terminal(boolean there) {
        this.there = there;
    }

    /** One only if both input and output are. */
    static Terminal ofThisProcess() {
        Console console = System.console();
        if (console == null) {
            return new Terminal(false);
        }
        try { // JDK 22 and later have a console without a terminal, too
            return new Terminal((Boolean) Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return new Terminal(true);
        }
    }

    boolean isThere() {
        return there;
    }

    /** In characters, at least 80. */
    int width() {
        return Math.max(WIDTH, size(1, WIDTH));
    }

    int height() {
        return size(0, HEIGHT);
    }

    private int size(int index, int otherwise) {
        String size = there ? stty("size") : "";
        int space = size.indexOf(' ');
        try {
            return Integer.parseInt(index == 0 ? size.substring(0, Math.max(0, space)) : size.substring(space + 1));
        } catch (NumberFormatException e) {
            return otherwise; // no stty here
        }
    }

    /** What {@code stty} says; empty where there is none. */
    static String stty(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "stty";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            StringBuilder said = new StringBuilder();
            try (InputStream out = process.getInputStream()) {
                for (int c = out.read(); c >= 0; c = out.read()) {
                    said.append((char) c);
                }
            }
            return said.toString().trim();
        } catch (IOException e) {
            return "";
        }
    }
}
