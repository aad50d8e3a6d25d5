package io.kaagent.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A JVM of ours, which ends with its input. */
public final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    /** With the class path of this JVM. */
    public Child(File jdk, List<String> options, Class<?> main, String... arguments) throws IOException {
        this(java(jdk, options, main, arguments));
    }

    /** Whatever ends with its input. */
    public Child(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), "US-ASCII"));
    }

    /** The command that runs this class, with the class path of this JVM. */
    static List<String> java(File jdk, List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(new File(jdk, "bin/java").getPath());
        command.addAll(options);
        command.addAll(Arrays.asList("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** The next line that it prints. */
    public String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the child has ended");
        }
        return line;
    }

    /** What it prints when it reads this line. */
    public String answer(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes("US-ASCII"));
        process.getOutputStream().flush();
        return line();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
