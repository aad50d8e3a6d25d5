package io.kaagent.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What tells {@code keepAlive} true and false apart: the queue runs empty. All variants at once, they have seconds to wait. */
final class BurstScene {

    private static final int BURST = 20;
    private static final int LATER = 3;
    private static final long GIVE_UP_MILLIS = 12_000;

    /** Long enough for closes to reach the server, well within every idle limit. */
    private static final long SILENCE_MILLIS = 500;

    private final Stage stage;
    private final Picture picture;

    BurstScene(Stage stage, Picture picture) {
        this.stage = stage;
        this.picture = picture;
    }

    void play() {
        System.out.println();
        System.out.println("As long as requests queue, a connection goes from one to the next and keepAlive makes no");
        System.out.println("difference. It shows when the queue runs empty: a burst of " + BURST
                + ", then silence, then " + LATER + " more");
        System.out.println("(about six seconds, all three at once).");
        System.out.println();
        Map<Variant, CompletableFuture<Sample[]>> runs = new EnumMap<>(Variant.class);
        for (Variant variant : Variant.values()) {
            runs.put(variant, CompletableFuture.supplyAsync(() -> run(variant), task -> daemon(task)));
        }
        List<Object> head = new ArrayList<>(Collections.singletonList("connections"));
        List<Object> opened = new ArrayList<>(Collections.singletonList("opened for the burst"));
        List<Object> left = new ArrayList<>(Collections.singletonList("free in the silence"));
        List<Object> later = new ArrayList<>(Collections.singletonList("opened in all, after " + LATER + " more"));
        for (Variant variant : Variant.values()) {
            Sample[] samples = await(runs.get(variant));
            head.add(variant.title());
            opened.add(samples[0].opened());
            left.add(samples[0].free());
            later.add(samples[1].opened());
            expect(variant, samples[0], samples[1]);
        }
        Table table = new Table(-27, 17);
        table.row(head.toArray());
        table.row(opened.toArray());
        table.row(left.toArray());
        table.row(later.toArray());
    }

    /** Returns a look in the silence, and one after the later requests. */
    private Sample[] run(Variant variant) {
        Child server = stage.server(variant, "delay=1000");
        Child client = stage.client(
                variant,
                Collections.emptyList(),
                ScenarioScene.LIMITS,
                ScenarioClient.class,
                "http://127.0.0.1:" + server.expect("port ") + "/",
                "" + BURST,
                "1",
                "0");
        try (Run run = new Run(server, client)) {
            Sample all = run.awaitAnswers(BURST, GIVE_UP_MILLIS);
            Sample silence = run.at(all.millis() + SILENCE_MILLIS);
            run.send(LATER);
            return new Sample[] {silence, run.awaitAnswers(BURST + LATER, GIVE_UP_MILLIS)};
        }
    }

    private void expect(Variant variant, Sample silence, Sample after) {
        String title = "the burst, " + variant.title() + ", ";
        picture.expect(after.answered(), BURST + LATER, BURST + LATER, title + "requests answered");
        if (variant == Variant.WITHOUT) {
            picture.expect(silence.opened(), BURST, BURST, title + "connections opened");
            return;
        }
        boolean keepAlive = variant == Variant.WITH;
        picture.expect(silence.opened(), 5, 5, title + "connections opened");
        picture.expect(silence.free(), keepAlive ? 5 : 0, keepAlive ? 5 : 0, title + "connections free in the silence");
        picture.expect(after.opened(), keepAlive ? 5 : 8, keepAlive ? 5 : 8, title + "connections opened in all");
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "burst");
        thread.setDaemon(true);
        thread.start();
    }

    private static Sample[] await(CompletableFuture<Sample[]> run) {
        try {
            return run.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ChildFailed) {
                throw (ChildFailed) e.getCause();
            }
            throw e;
        }
    }
}
