package io.kaagent;

import java.lang.instrument.Instrumentation;

/** Entry point of the agent. */
public final class KaAgent {
    private KaAgent() {}

    public static void premain(String argument, Instrumentation instrumentation) {
        System.err.println("ka-agent: present");
    }
}
