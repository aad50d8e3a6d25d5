package io.kaagent.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;

/** Scene 2: a client that calls {@code disconnect()} after each request, over https, one request after the other. */
final class DisconnectScene {

    private static final int SEND_MILLIS = 4000;
    private static final int LAST_ANSWER_MILLIS = 100;

    private final Stage stage;
    private final Picture picture;

    DisconnectScene(Stage stage, Picture picture) {
        this.stage = stage;
        this.picture = picture;
    }

    void play() throws IOException, GeneralSecurityException {
        System.out.println();
        System.out.println("Scene 2. https; one thread that calls disconnect() in finally after each request, for "
                + SEND_MILLIS / 1000 + " s.");
        Sample without;
        Sample with;
        try (ServerKey key = new ServerKey()) {
            without = run(Variant.WITHOUT, key);
            with = run(Variant.WITH, key);
        }
        System.out.println();
        Table table = new Table(-27, 17);
        table.row("after " + SEND_MILLIS / 1000 + " s", Variant.WITHOUT.title(), Variant.WITH.title());
        table.row("requests answered", without.answered(), with.answered());
        table.row("requests a second", rate(without), rate(with));
        table.row("connections opened", without.opened(), with.opened());
        table.row(without.tls() + " handshakes", without.handshakes(), with.handshakes());
        // One more if the last request was still under way.
        picture.expect(
                without.handshakes() - without.answered(), 0, 1, "scene 2, without, handshakes more than requests");
        picture.expect(with.opened(), 1, 2, "scene 2, with ka-agent, connections opened");
        picture.expect(with.handshakes(), 1, 2, "scene 2, with ka-agent, handshakes");
        picture.expect(rate(with) > rate(without), "scene 2: more requests a second with ka-agent than without");
    }

    private Sample run(Variant variant, ServerKey key) throws GeneralSecurityException {
        variant.announce();
        Child server = stage.server(variant, key.serverArguments());
        List<String> jvmArguments = new ArrayList<>(key.clientProperties());
        jvmArguments.addAll(newestProtocol());
        Child client = stage.client(
                variant,
                jvmArguments,
                new String[0],
                DisconnectClient.class,
                "https://127.0.0.1:" + server.expect("port ") + "/",
                "" + SEND_MILLIS);
        Table table = new Table(8, 14);
        table.row("t", "answered", "a second", "opened", "handshakes");
        try (Run run = new Run(server, client)) {
            int before = 0;
            for (int t = 1000; t < SEND_MILLIS; t += 1000) {
                Sample sample = run.at(t);
                print(table, sample, before);
                before = sample.answered();
            }
            Sample last = run.at(SEND_MILLIS + LAST_ANSWER_MILLIS);
            print(table, last, before);
            return last;
        }
    }

    private static void print(Table table, Sample sample, int before) {
        table.row(
                Table.seconds(sample.millis()),
                sample.answered(),
                sample.answered() - before,
                sample.opened(),
                sample.handshakes());
    }

    private static long rate(Sample sample) {
        return sample.answered() * 1000L / SEND_MILLIS;
    }

    /** JDK 8 can speak TLS 1.3, but its clients do not offer it unless told. */
    private static List<String> newestProtocol() throws GeneralSecurityException {
        String[] supported = SSLContext.getDefault().getSupportedSSLParameters().getProtocols();
        return Arrays.asList(supported).contains("TLSv1.3")
                ? Arrays.asList("-Djdk.tls.client.protocols=TLSv1.3")
                : new ArrayList<>();
    }
}
