package io.kaagent.it;

import io.kaagent.it.child.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code http.request} in a Node process, by an {@code http.Agent} of its own. */
final class TracedNode implements TracedClient {
    private static final Path SCRIPT = Path.of("src", "test", "resources", "node", "client.js");

    private final RunningJvm node = RunningJvm.start(
            List.of("node", SCRIPT.toString()), Map.of(), Path.of("").toAbsolutePath());

    /** @param options of the agent */
    TracedNode(String options) {
        node.ask(new Message("agent").with("options", "keepAlive=true " + options));
    }

    String version() {
        return node.ask(new Message("version")).get("node");
    }

    @Override
    public void request(String name, int port, String how) {
        node.ask(new Message("request").with("name", name).with("port", port).with("how", how));
    }

    @Override
    public void awaitEnd(String name) {
        Await.until(
                () -> !node.ask(new Message("end").with("name", name)).get("as").isEmpty(), () -> name);
    }

    @Override
    public State state() {
        Message state = node.ask(new Message("state"));
        return new State(state.number("waiting"), state.number("open"));
    }

    @Override
    public void forget() {
        node.ask(new Message("forget"));
    }

    @Override
    public void close() {
        node.awaitExit();
    }
}
