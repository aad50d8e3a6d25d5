package io.kaagent.benchmark.start;

/** An application, and an agent, that do nothing. */
public final class Idle {
    private Idle() {}

    public static void premain(String argument) {}

    public static void main(String[] arguments) {}
}
