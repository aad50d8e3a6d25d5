package io.kaagent.it.child.mix;

import io.kaagent.it.child.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an answer says of its connection. */
final class ConnectionFields {
    private final List<String> lines;

    private ConnectionFields(String... lines) {
        this.lines = Arrays.asList(lines);
    }

    static ConnectionFields none() {
        return new ConnectionFields();
    }

    static ConnectionFields close() {
        return new ConnectionFields("Connection: close");
    }

    static ConnectionFields keepAlive() {
        return new ConnectionFields("Connection: keep-alive", "Keep-Alive: timeout=2");
    }

    static ConnectionFields random(Dice dice) {
        switch (dice.of(16)) {
            case 0:
                return close();
            case 1:
                return new ConnectionFields("Connection: keep-alive");
            case 2:
                return new ConnectionFields("connection: Keep-Alive");
            case 3:
                return new ConnectionFields("Connection: keep-alive, foo");
            case 4:
                return new ConnectionFields("Connection: Foo");
            case 5:
                return new ConnectionFields("Connection: keep-alive", "Connection: foo");
            case 6:
                return new ConnectionFields("Connection: foo", "Connection: close");
            case 7:
                return new ConnectionFields("Connection: foo, KEEP-ALIVE");
            case 8:
                return new ConnectionFields("Connection: keep-alive", "Keep-Alive: " + hint(dice));
            case 9:
                return new ConnectionFields("KEEP-ALIVE: " + hint(dice), "CONNECTION: Keep-Alive");
            case 10:
                return new ConnectionFields("Keep-Alive: " + hint(dice));
            default:
                return none();
        }
    }

    private static String hint(Dice dice) {
        String timeout = dice.one("timeout=", "Timeout=", "TIMEOUT = ") + dice.between(0, 2);
        String max = dice.one("max=", "MAX=") + dice.one("1", "2", "100", "-3");
        return dice.one(timeout, max, timeout + ", " + max, max + "," + timeout, "timeout=soon, max=many");
    }

    List<String> lines() {
        return lines;
    }

    boolean sayClose() {
        return say("close");
    }

    boolean sayKeepAlive() {
        return say("keep-alive");
    }

    private boolean say(String option) {
        List<String> options = new ArrayList<>();
        for (String line : lines) {
            String[] field = line.toLowerCase(Locale.ROOT).split(": ");
            if (field[0].equals("connection")) {
                options.addAll(Arrays.asList(field[1].split(", ")));
            }
        }
        return options.contains(option);
    }
}
