package io.kaagent.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Network namespaces of Linux. Their names are nobody else's. A shell stands by: it removes them as soon as its input ends, which is when the test
 * closes them, or when the JVM of the tests ends, in whatever way.
 */
final class Namespaces implements AutoCloseable {
    private static final String GUARD = "trap : INT TERM HUP; cat >/dev/null; for name; do ip netns del $name; done";
    private static final AtomicInteger SETS = new AtomicInteger();
    private static final int PATIENCE_SECONDS = 30;

    private final String prefix = "ka-" + ProcessHandle.current().pid() + "-" + SETS.incrementAndGet() + "-";
    private final Process guard;

    Namespaces(String... names) {
        guard = start(Stream.concat(
                        Stream.of("sh", "-c", GUARD, "guard"), Stream.of(names).map(this::of))
                .toList());
        Stream.of(names).forEach(this::add);
    }

    static void assume() {
        String missing = Missing.WHAT;
        if (!missing.isEmpty()) {
            System.out.println("No network namespaces, so not tested with lost packets: " + missing);
        }
        assumeTrue(missing.isEmpty(), missing);
    }

    /** As {@code ip} calls it. */
    String of(String name) {
        return prefix + name;
    }

    /** Another one in its place, of which nothing is known yet. */
    void renew(String name) {
        run("", "ip", "netns", "del", of(name));
        add(name);
    }

    /** Says all that to {@code ip} in there. */
    void ip(String name, String... commands) {
        run(String.join("\n", commands) + "\n", "ip", "-n", of(name), "-batch", "-");
    }

    @Override
    public void close() {
        String said = end(guard, "");
        if (!said.isEmpty()) {
            throw new AssertionError(said);
        }
    }

    private void add(String name) {
        run("", "ip", "netns", "add", of(name));
    }

    private static void run(String input, String... command) {
        Process process = start(List.of(command));
        String said = end(process, input);
        if (process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + said + input);
        }
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns what it has said. */
    private static String end(Process process, String input) {
        try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running: " + said);
            }
            return said;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What it takes that is not here. Empty: nothing. */
    private static final class Missing {
        static final String WHAT = what();

        private static String what() {
            try (Namespaces tried = new Namespaces("tried")) {
                tried.ip(
                        "tried",
                        "link add network type vxlan id 1 dstport 4789 remote 169.254.1.1",
                        "link add one type veth");
                run("", "ip", "netns", "exec", tried.of("tried"), "true");
                return "";
            } catch (AssertionError e) {
                return "they need Linux, root, iproute2, veth and vxlan: " + e.getMessage();
            }
        }
    }
}
