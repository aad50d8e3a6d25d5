package io.kaagent.command;

import io.kaagent.start.Version;
import java.io.File;
import java.net.URISyntaxException;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * {@code java -jar ka-agent.jar}: says how to use the agent, or attaches it to a running JVM. Runs in a JVM of its own, where nothing
 * is woven.
 */
public final class Command {
    private static final String USAGE =
            "ka-agent " + Version.CURRENT + ": keep-alive connection pooling for Java applications\n"
                    + "\n"
                    + "  java -javaagent:ka-agent.jar[=key=value,...] -jar application.jar\n"
                    + "      starts an application with the agent; options are also system properties: -Dka.maxSockets=5\n"
                    + "  java -jar ka-agent.jar attach PID [key=value,...]\n"
                    + "      attaches the agent to a running JVM of the same user\n"
                    + "\n"
                    + "Common options: maxSockets, maxFreeSockets, timeout, acquireTimeout, keepAlive, tcpKeepAlive, log, enabled=false\n";

    private Command() {}

    /** Called by name from {@code KaAgent.main}. Ends the JVM: 0 done, 1 failed, 2 not understood. */
    public static void run(String[] arguments) {
        if (arguments.length == 0 || isOneOf(arguments[0], "help", "-h", "--help")) {
            System.out.print(USAGE);
        } else if (isOneOf(arguments[0], "version", "-version", "--version")) {
            System.out.println("ka-agent " + Version.CURRENT);
        } else if (arguments[0].equals("attach") && (arguments.length == 2 || arguments.length == 3)) {
            System.exit(attach(arguments[1], arguments.length == 3 ? arguments[2] : ""));
        } else {
            System.err.print("ka-agent: not understood\n\n" + USAGE);
            System.exit(2);
        }
    }

    private static int attach(String pid, String options) {
        try {
            ByteBuddyAgent.attach(ownJar(), pid, options);
            System.out.println(
                    "ka-agent " + Version.CURRENT + ": attached to " + pid + "; its stderr says what is pooled");
            return 0;
        } catch (Exception e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            System.err.println("ka-agent: could not attach to " + pid + ": " + root
                    + "\n(the process must run as the same user, with a JVM that allows attaching: "
                    + "-XX:+EnableDynamicAgentLoading, and without -XX:+DisableAttachMechanism)");
            return 1;
        }
    }

    private static File ownJar() throws URISyntaxException {
        return new File(Command.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .getAbsoluteFile();
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
