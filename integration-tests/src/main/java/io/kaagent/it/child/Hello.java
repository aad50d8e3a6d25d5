package io.kaagent.it.child;

import java.io.IOException;

/**
 * The smallest application: says hello; sends two requests to each address it is given, and tells which connections answered. Before the
 * address may stand how a request is ended, as in {@code UNREAD_CLOSE http://...}.
 */
public final class Hello {
    private Hello() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("hello");
        for (String url : arguments) {
            System.out.println(answer(url, "first") + ", " + answer(url, "second"));
        }
    }

    private static String answer(String argument, String id) {
        int space = argument.indexOf(' ');
        String finish = space < 0 ? Finish.DISCONNECT.name() : argument.substring(0, space);
        Message message = new Message("exchange").with("url", argument.substring(space + 1));
        Exchange exchange = new Exchange(message.with("finish", finish), id);
        Outcome outcome = exchange.run();
        return outcome.isRight() ? "connection " + outcome.connection() : outcome.toString();
    }
}
