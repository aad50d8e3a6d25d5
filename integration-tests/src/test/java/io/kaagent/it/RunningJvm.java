package io.kaagent.it;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A child process. It ends at its time limit at the latest, with a dump of its threads in the failure, and with the JVM of the tests. */
final class RunningJvm {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> UNWANTED = List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS");

    private final Process process;
    private final Lines out;
    private final Lines err;
    private final Writer in;

    private RunningJvm(Process process) {
        this.process = process;
        this.out = new Lines(process.getInputStream(), Control.ANSWER);
        this.err = new Lines(process.getErrorStream(), null);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    static RunningJvm start(List<String> command, Map<String, String> environment, Path directory) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        UNWANTED.forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        try {
            return new RunningJvm(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application's process, also if it runs under another program. */
    long pid() {
        return process.children().findFirst().map(ProcessHandle::pid).orElse(process.pid());
    }

    /** Sends one line to a child that obeys {@link Control} and waits for the answer. */
    synchronized Message ask(Message message) {
        try {
            in.write(message + "\n");
            in.flush();
            String answer = out.next(LIMIT);
            if (answer == null || answer.startsWith("error")) {
                throw stuck(
                        answer == null
                                ? "no answer to " + message
                                : message + ": " + Message.parse(answer).get("stack"));
            }
            return Message.parse(answer);
        } catch (IOException e) {
            throw stuck("not listening to " + message + ": " + e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends the input and waits: the exit code and all that was written; an application still running at the time limit is a failure. */
    FinishedJvm awaitExit() {
        try {
            in.close();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw stuck("still running");
            }
            return new FinishedJvm(process.exitValue(), out.all(), err.all());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What it has written to standard error so far. */
    List<String> err() {
        return err.others();
    }

    /** What it has written to standard output so far, but for its answers. */
    List<String> out() {
        return out.others();
    }

    /** Asks it to end, as a service manager does (SIGTERM). */
    void terminate() {
        process.toHandle().destroy(); // the process itself would stop listening, too
    }

    /** If it still runs: else its number may be that of another process by now, whose children are none of ours. */
    void kill() {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private AssertionError stuck(String what) {
        String dump = ThreadDump.of(pid(), out);
        kill();
        return new AssertionError(what + "\nstderr: " + err.others() + "\n" + dump);
    }
}
