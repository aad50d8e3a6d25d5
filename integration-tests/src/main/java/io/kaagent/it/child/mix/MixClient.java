package io.kaagent.it.child.mix;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.io.IOException;
import java.net.Authenticator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;

/** An application of many threads that makes one request after the other, each as its {@link Case} wants it. */
public final class MixClient {
    private MixClient() {}

    public static void main(String[] none) throws IOException {
        Control.obey(MixClient::handle);
    }

    private static Message handle(Message message) throws Exception {
        switch (message.verb()) {
            case "mix":
                mix(message);
                return Control.ok();
            case "nudge":
                nudge(message);
                return Control.ok();
            case "look":
                Garbage.collect();
                return Footprint.now();
            default:
                throw new IllegalArgumentException(message.verb());
        }
    }

    /** What it sees goes to the end of the file. */
    private static void mix(Message message) throws IOException, InterruptedException {
        Authenticator.setDefault(new Passwords(message.number("seed")));
        Files.write(
                Paths.get(message.get("file")),
                new Round(message).run(),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** One without any particularity, after which the agent knows of all that was dropped before. */
    private static void nudge(Message message) {
        int number = 0;
        while (!Case.of(message.number("seed"), number).isOrdinary()) {
            number++;
        }
        new Call(Case.of(message.number("seed"), number), new Origins(message)).run();
    }
}
