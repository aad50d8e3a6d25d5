package io.kaagent.it.child;

/** An application that sends two requests to an address, if it is given one, and then ends as it is told. */
public final class Endings {
    private Endings() {}

    /** @param arguments how to end, and the address */
    public static void main(String[] arguments) throws InterruptedException {
        int requests = 0;
        for (int i = 1; i < arguments.length; i++) {
            requests += isRight(arguments[i], "first") && isRight(arguments[i], "second") ? 2 : 0;
        }
        System.out.println(requests + " requests");
        end(arguments[0]);
    }

    private static void end(String how) throws InterruptedException {
        switch (how) {
            case "return":
                return;
            case "throw":
                throw new IllegalStateException("on purpose");
            case "halt":
                Runtime.getRuntime().halt(5);
                return;
            case "exit in a daemon":
                Thread daemon = new Thread(() -> System.exit(3));
                daemon.setDaemon(true);
                daemon.start();
                daemon.join();
                return;
            case "exit with the error stream locked":
                synchronized (System.err) {
                    System.exit(4);
                }
                return;
            default:
                throw new IllegalArgumentException(how);
        }
    }

    private static boolean isRight(String url, String id) {
        return new Exchange(new Message("exchange").with("url", url), id).run().isRight();
    }
}
