package io.kaagent.it.child.raw;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.List;

/**
 * An application full of raw clients. By hand: {@code RawIdioms NAME PORT SIGNALS THREADS REQUESTS} prints a line a request, with the two ports
 * as {@link io.kaagent.it.child.origin.OriginServer} told them.
 */
public final class RawIdioms {
    private RawIdioms() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            Control.obey(RawIdioms::handle);
            return;
        }
        Crowd crowd = crowd(arguments[0], Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        crowd.run(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]))
                .forEach(System.out::println);
    }

    private static Message handle(Message message) throws Exception {
        Crowd crowd = crowd(message.get("idiom"), message.number("port"), message.number("signals"));
        List<String> lines = crowd.run(message.number("threads"), message.number("requests"));
        Files.write(Paths.get(message.get("to")), lines, StandardCharsets.UTF_8);
        return Control.ok();
    }

    private static Crowd crowd(String name, int port, int signals) {
        return new Crowd(Idioms.named(name).idiom(), port, signals);
    }
}
