package io.kaagent.config;

/** Runs in a JVM of its own, to see which classes the reading takes. */
final class ProgramThatReadsOptions {
    private ProgramThatReadsOptions() {}

    public static void main(String[] arguments) {
        System.out.println("MARK begin");
        Options options = Options.load(arguments.length == 0 ? null : arguments[0], System.getProperties());
        System.out.println("MARK end");
        System.out.println(options);
    }
}
