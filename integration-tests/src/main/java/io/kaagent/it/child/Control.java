package io.kaagent.it.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Obeys the lines on standard input, one answer line each, until {@code exit}; ends the JVM when the parent is gone. */
public final class Control {
    /** Marks an answer on standard output, where the JVM may print as well. */
    public static final String ANSWER = "@";

    /** Does what a message asks for and answers. */
    public interface Handler {
        Message handle(Message message) throws Exception;
    }

    private Control() {}

    public static Message ok() {
        return new Message("ok");
    }

    /** Returns on {@code exit}. The end of the input means that the parent died: then nothing may keep this JVM. */
    public static void obey(Handler handler) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Message message = Message.parse(line);
            if (message.verb().equals("exit")) {
                answer(ok());
                return;
            }
            answer(handle(handler, message));
        }
        Runtime.getRuntime().halt(3);
    }

    private static Message handle(Handler handler, Message message) {
        try {
            return handler.handle(message);
        } catch (Exception | LinkageError e) {
            StringWriter stack = new StringWriter();
            e.printStackTrace(new PrintWriter(stack, true));
            return new Message("error").with("stack", stack);
        }
    }

    private static void answer(Message message) {
        System.out.println(ANSWER + message);
        System.out.flush();
    }
}
