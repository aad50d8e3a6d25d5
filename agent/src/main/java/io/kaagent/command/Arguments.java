package io.kaagent.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What follows the name of a command. Each is taken once, whatever the order; what is left over in the end was not understood. */
final class Arguments {
    private final String command;
    private final List<String> left;

    Arguments(String command, String... given) {
        this.command = command;
        this.left = new ArrayList<String>(Arrays.asList(given));
    }

    /** Whether that flag was given, such as {@code --json}. */
    boolean flag(String name) {
        return left.remove(name);
    }

    /** The value of a flag that has one, as in {@code --count 5} or {@code --count=5}. */
    double number(String flag, double least, double most, double standard) throws Refusal {
        String given = valueOf(flag);
        if (given == null) {
            return standard;
        }
        try {
            double number = Double.parseDouble(given);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notANumber(flag, given, least, most);
        }
        throw notANumber(flag, given, least, most);
    }

    /** The number of a process. */
    String pid() throws Refusal {
        if (left.isEmpty() || left.get(0).startsWith("-")) {
            throw Refusal.notUnderstood(command + " needs the PID of a Java process; \"list\" shows them");
        }
        String pid = left.remove(0);
        for (int i = 0; i < pid.length(); i++) {
            if (pid.charAt(i) < '0' || pid.charAt(i) > '9' || i > 9) {
                throw Refusal.notUnderstood(pid + " is not a PID, which is a number; \"list\" shows them");
            }
        }
        return pid;
    }

    /** The next one; empty if there is none. */
    String optional() {
        return left.isEmpty() ? "" : left.remove(0);
    }

    void end() throws Refusal {
        if (!left.isEmpty()) {
            throw Refusal.notUnderstood(command + " knows nothing of " + left.get(0));
        }
    }

    private String valueOf(String flag) throws Refusal {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).startsWith(flag + "=")) {
                return left.remove(i).substring(flag.length() + 1);
            }
            if (left.get(i).equals(flag)) {
                left.remove(i);
                if (i == left.size()) {
                    throw Refusal.notUnderstood(flag + " needs a number");
                }
                return left.remove(i);
            }
        }
        return null;
    }

    private static Refusal notANumber(String flag, String given, double least, double most) {
        return Refusal.notUnderstood(
                flag + " " + given + ": a number from " + shown(least) + " to " + shown(most) + " is wanted");
    }

    private static String shown(double number) {
        return number == (long) number ? Long.toString((long) number) : Double.toString(number);
    }
}
