package io.kaagent.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How the same client is started: the only place that knows the agent. */
enum Variant {
    WITHOUT("without ka-agent", "without ka-agent"),
    WITH("with ka-agent", "with ka-agent"),
    KEEP_ALIVE_OFF("keepAlive=false", "with ka-agent, keepAlive=false", "keepAlive=false");

    private final String title;
    private final String heading;
    private final List<String> options;

    Variant(String title, String heading, String... options) {
        this.title = title;
        this.heading = heading;
        this.options = Arrays.asList(options);
    }

    /** At most 16 characters. */
    String title() {
        return title;
    }

    /** Prints what comes and what it is started with. */
    void announce(String... shared) {
        System.out.println();
        System.out.println(heading);
        if (this != WITHOUT) {
            System.out.println("  " + String.join(" ", jvmArguments("ka-agent.jar", shared)));
        }
    }

    /** What stands between {@code java} and the client's class, given the options that all runs with the agent share. */
    List<String> jvmArguments(String agentJar, String... shared) {
        if (this == WITHOUT) {
            return Collections.emptyList();
        }
        List<String> arguments = new ArrayList<>();
        arguments.add("-javaagent:" + agentJar);
        for (String option : shared) {
            arguments.add("-Dka." + option);
        }
        for (String option : options) {
            arguments.add("-Dka." + option);
        }
        return arguments;
    }
}
