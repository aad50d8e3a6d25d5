package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import io.kaagent.it.child.Message;
import java.util.List;

/** A legacy application that a test tells what to request. Closing it checks that it ended by itself and that nothing was complained of. */
final class ClientJvm implements AutoCloseable {
    private static final String MAIN_ACTOR = "app";

    private final RunningJvm jvm;
    private final boolean hasAgent;
    private List<String> expected = List.of();
    private String ofTheApplication;

    ClientJvm(RunningJvm jvm, boolean hasAgent) {
        this.jvm = jvm;
        this.hasAgent = hasAgent;
    }

    RunningJvm jvm() {
        return jvm;
    }

    /** Many requests of one shape; returns when all have ended. */
    Loaded load(Ask ask, int threads, int requests) {
        beginLoad("load", ask, threads, requests);
        return loaded("load");
    }

    void beginLoad(String name, Ask ask, int threads, int requests) {
        jvm.ask(ask.as("load").with("load", name).with("threads", threads).with("requests", requests));
    }

    /** Waits for the end of that load. */
    Loaded loaded(String name) {
        return Loaded.of(jvm.ask(new Message("loaded").with("load", name)));
    }

    /** One request, on the application's main thread. */
    Outcome exchange(Ask ask) {
        begin(MAIN_ACTOR, ask);
        return outcome(MAIN_ACTOR);
    }

    /** One request on a thread of that name; {@link #outcome} waits for its end. */
    void begin(String thread, Ask ask) {
        jvm.ask(ask.as("exchange").with("actor", thread));
    }

    /** Sends a request and reads the response's head only: until {@link #end}, the thread holds the connection. */
    void open(String thread, String name, Ask ask) {
        jvm.ask(ask.as("open").with("actor", thread).with("as", name));
    }

    void end(String thread, String name, Finish finish) {
        jvm.ask(new Message("end").with("actor", thread).with("as", name).with("finish", finish));
    }

    /** Warnings with one of these in them are what the test is about. */
    ClientJvm mayWarnOf(String... parts) {
        expected = List.of(parts);
        return this;
    }

    /** Lines that begin so are the application's own. */
    ClientJvm mayPrint(String beginning) {
        ofTheApplication = beginning;
        return this;
    }

    /** Waits for what was last begun on that thread. */
    Outcome outcome(String thread) {
        return Outcome.of(jvm.ask(new Message("await").with("actor", thread)));
    }

    void interrupt(String thread) {
        jvm.ask(new Message("interrupt").with("actor", thread));
    }

    /** True while that thread is parked by the pool. */
    boolean isWaitingForAConnection(String thread) {
        Message where = jvm.ask(new Message("where").with("actor", thread));
        return where.get("state").endsWith("WAITING") && where.get("stack").contains("io.kaagent.pool.");
    }

    Message tell(String verb) {
        return jvm.ask(new Message(verb));
    }

    Message tell(Message message) {
        return jvm.ask(message);
    }

    /** The application comes to its end, whatever is still pooled. */
    FinishedJvm finish() {
        jvm.ask(new Message("exit"));
        return jvm.awaitExit();
    }

    @Override
    public void close() {
        FinishedJvm finished = finish();
        assertThat(finished.exit()).isZero();
        List<String> said = finished.errWithoutWaits().stream()
                .filter(line ->
                        !(line.startsWith("ka-agent WARN ") && expected.stream().anyMatch(line::contains)))
                .filter(line -> ofTheApplication == null || !line.startsWith(ofTheApplication))
                .toList();
        assertThat(String.join("\n", said)).matches(hasAgent ? BuiltJar.startLine() : "");
        assertThat(finished.out()).isEqualTo(List.of());
    }
}
