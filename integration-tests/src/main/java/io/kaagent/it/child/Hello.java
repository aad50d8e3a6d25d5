package io.kaagent.it.child;

import java.io.IOException;

/** The smallest application: says hello; sends two requests if it is given an address, and tells which connections answered. */
public final class Hello {
    private Hello() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("hello");
        for (String url : arguments) {
            System.out.println(answer(url, "first") + ", " + answer(url, "second"));
        }
    }

    private static String answer(String url, String id) {
        Exchange exchange =
                new Exchange(new Message("exchange").with("url", url).with("finish", Finish.DISCONNECT), id);
        Outcome outcome = exchange.run();
        return outcome.isRight() ? "connection " + outcome.connection() : outcome.toString();
    }
}
