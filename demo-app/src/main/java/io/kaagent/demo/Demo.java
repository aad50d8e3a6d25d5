package io.kaagent.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;

/**
 * Plays the scenes and says whether they showed what they should.
 *
 * <p>Argument: the agent's jar. Servers and clients run on the JVM that this one runs on. Exits with 0 if all was as
 * expected, 1 if something was not, 2 if a JVM failed or hung, 3 if the whole took longer than a minute.
 */
public final class Demo {

    private static final long LIMIT_MILLIS = 59_000;

    private Demo() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Thread limit = new Thread(Demo::endAtLimit, "limit");
        limit.setDaemon(true);
        limit.start();
        System.out.println("JDK " + System.getProperty("java.version") + ", " + arguments[0]);
        System.out.println();
        System.exit(play(new Stage(arguments[0])));
    }

    private static int play(Stage stage) throws IOException, GeneralSecurityException {
        Picture picture = new Picture();
        Report report = new Report();
        try {
            report.forgetTheLast();
            new ScenarioScene(stage, picture, report).play();
            new BurstScene(stage, picture).play();
            new DisconnectScene(stage, picture).play();
            boolean complete = picture.complete();
            System.out.println("What ka-agent saw in scene 1: " + report);
            return complete ? 0 : 1;
        } catch (ChildFailed e) {
            System.err.println("demo failed: " + e.getMessage());
            return 2;
        }
    }

    private static void endAtLimit() {
        Pause.until(System.nanoTime(), LIMIT_MILLIS);
        System.err.println("demo failed: it took longer than a minute");
        System.exit(3);
    }
}
