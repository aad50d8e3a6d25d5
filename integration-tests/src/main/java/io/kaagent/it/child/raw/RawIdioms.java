package io.kaagent.it.child.raw;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.List;

/**
 * An application full of raw clients. By hand: {@code RawIdioms NAME PORT SIGNALS THREADS REQUESTS TRANSPORT} prints a line a request, with the
 * two ports as {@link io.kaagent.it.child.origin.OriginServer} told them.
 */
public final class RawIdioms {
    private RawIdioms() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            Control.obey(RawIdioms::handle);
            return;
        }
        int port = Integer.parseInt(arguments[1]);
        int signals = Integer.parseInt(arguments[2]);
        Destination to = new Destination(port, signals, Transport.valueOf(arguments[5]));
        crowd(arguments[0], to)
                .run(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]))
                .forEach(System.out::println);
    }

    private static Message handle(Message message) throws Exception {
        Crowd crowd = crowd(message.get("idiom"), Destination.of(message));
        List<String> lines = crowd.run(message.number("threads"), message.number("requests"));
        Files.write(Paths.get(message.get("to")), lines, StandardCharsets.UTF_8);
        return Control.ok();
    }

    private static Crowd crowd(String name, Destination to) {
        return new Crowd(Idioms.named(name).idiom(), to);
    }
}
