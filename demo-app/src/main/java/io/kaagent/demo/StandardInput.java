package io.kaagent.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * How whoever started a JVM of the demo talks to it: each line on standard input is answered with one line on standard
 * output, and the end of standard input ends the process. So it never outlives a parent, however that one dies.
 */
final class StandardInput {

    private static final int END_MILLIS = 2000;

    /** Ended by {@link Runtime#halt} because the ordinary end took longer than two seconds. */
    static final int HUNG_AT_THE_END = 3;

    private StandardInput() {}

    /** Answers until the end, then exits the JVM with 0. Never returns. */
    static void obey(UnaryOperator<String> answer) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String command;
        while ((command = commands.readLine()) != null) {
            System.out.println(answer.apply(command));
        }
        Thread halt = new Thread(StandardInput::haltLater, "halt");
        halt.setDaemon(true);
        halt.start();
        System.exit(0);
    }

    private static void haltLater() {
        Pause.until(System.nanoTime(), END_MILLIS);
        Runtime.getRuntime().halt(HUNG_AT_THE_END);
    }
}
