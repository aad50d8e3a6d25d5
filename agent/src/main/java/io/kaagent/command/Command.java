package io.kaagent.command;

import io.kaagent.start.Version;
import java.util.Arrays;

/**
 * {@code java -jar ka-agent.jar}: says how to use the agent, tries it, and looks at running JVMs. Runs in a JVM of its own, where
 * nothing is woven.
 */
public final class Command {
    private static final String USAGE =
            "ka-agent " + Version.CURRENT + ": keep-alive connection pooling for Java applications\n"
                    + "\n"
                    + "  java -javaagent:ka-agent.jar[=key=value,...] -jar application.jar\n"
                    + "      starts an application with the agent; options are also system properties:\n"
                    + "      -Dka.maxSockets=5\n"
                    + "\n"
                    + "  java -jar ka-agent.jar COMMAND\n"
                    + "      selftest                    does the agent work on this JDK?\n"
                    + "      list [--json]               the JVMs of this user; which have the agent?\n"
                    + "      attach PID [key=value,...]  brings the agent into a running JVM\n"
                    + "      status PID [--json]         what the agent does there: connections, reuse\n"
                    + "      top PID [--interval SECONDS] [--count N] [--json]\n"
                    + "                                  the same, every second; q ends it\n"
                    + "      observe PID [key=value,...] [--seconds N] [--stop] [--json]\n"
                    + "                                  what it would do there: nothing is changed\n"
                    + "      report PID FILE             a page that shows it, with what was before\n"
                    + "      help, version\n"
                    + "\n"
                    + "PID is a JVM of the same user. Exit codes: 0 done, 1 failed, 2 not understood.\n"
                    + "Common options: maxSockets, maxFreeSockets, timeout, acquireTimeout, keepAlive,\n"
                    + "tcpKeepAlive, log, enabled=false\n";

    private Command() {}

    /** Called by name from {@code KaAgent.main}. Ends the JVM: 0 done, 1 failed, 2 not understood. */
    public static void run(String[] arguments) {
        String command = arguments.length == 0 ? "help" : arguments[0];
        int exit = 0;
        try {
            String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
            run(command, new Arguments(command, rest));
        } catch (Refusal e) {
            System.err.println("ka-agent: " + e.getMessage());
            if (e.exit == Refusal.NOT_UNDERSTOOD) {
                System.err.println("\"java -jar ka-agent.jar help\" says what there is");
            }
            exit = e.exit;
        } catch (RuntimeException e) {
            System.err.println("ka-agent: " + command + " failed");
            e.printStackTrace();
            exit = Refusal.FAILED;
        }
        System.out.flush();
        System.exit(exit);
    }

    private static void run(String command, Arguments arguments) throws Refusal {
        if (isOneOf(command, "help", "-h", "--help")) {
            System.out.print(USAGE);
        } else if (isOneOf(command, "version", "-version", "--version")) {
            System.out.println("ka-agent " + Version.CURRENT);
        } else if (command.equals("attach")) {
            Attach.run(arguments);
        } else if (command.equals("status")) {
            Status.run(arguments);
        } else if (command.equals("observe")) {
            Observe.run(arguments);
        } else if (command.equals("top")) {
            Top.run(arguments);
        } else if (command.equals("report")) {
            Report.run(arguments);
        } else if (command.equals("list")) {
            ListJvms.run(arguments);
        } else if (command.equals("selftest")) {
            SelfTest.run(arguments);
        } else {
            throw Refusal.notUnderstood(command + " is no command");
        }
    }

    private static boolean isOneOf(String argument, String... words) {
        for (String word : words) {
            if (word.equals(argument)) {
                return true;
            }
        }
        return false;
    }
}
