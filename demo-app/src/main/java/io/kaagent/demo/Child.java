package io.kaagent.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM that the demo started: asked on its standard input, heard on its standard output, never waited for without end. */
final class Child {

    private static final long ANSWER_SECONDS = 10;
    private static final long END_SECONDS = 5;
    private static final String END = "end of output";

    private final String name;
    private final Process process;
    private final PrintStream commands;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    Child(String name, Process process) throws IOException {
        this.name = name;
        this.process = process;
        this.commands = new PrintStream(process.getOutputStream(), true, "UTF-8");
        Thread reader = new Thread(this::readLines, "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits for a line that starts like this and returns the rest of it. */
    String expect(String start) {
        String line = next();
        if (!line.startsWith(start)) {
            throw new ChildFailed(name + " said \"" + line + "\" instead of \"" + start + "\"");
        }
        return line.substring(start.length());
    }

    Counts ask(String command) {
        commands.println(command);
        return new Counts(next());
    }

    /** Asks it to end and makes sure that it does, of its own and with exit code 0. */
    void end() {
        commands.close();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                throw new ChildFailed(name + " did not end within " + END_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            throw new ChildFailed("interrupted while " + name + " was ending");
        }
        int code = process.exitValue();
        if (code != 0) {
            throw new ChildFailed(
                    name + (code == StandardInput.HUNG_AT_THE_END ? " hung in System.exit" : " ended with " + code));
        }
    }

    void kill() {
        process.destroyForcibly();
    }

    private String next() {
        String line;
        try {
            line = lines.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new ChildFailed("interrupted while waiting for " + name);
        }
        if (line == null) {
            throw new ChildFailed(name + " has been silent for " + ANSWER_SECONDS + " s");
        }
        if (line.equals(END)) {
            end();
            throw new ChildFailed(name + " ended too early");
        }
        return line;
    }

    private void readLines() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = in.readLine()) != null) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("its output broke: " + e);
        }
        lines.add(END);
    }
}
