package io.kaagent.it;

import io.kaagent.it.child.Message;

/** {@code HttpURLConnection} in a JVM with the agent. */
final class TracedAgent implements TracedClient {
    private final ClientJvm client;

    /** @param options as Node names them */
    TracedAgent(Jdk jdk, String options) {
        client = AgentJvm.on(jdk)
                .agent("closeHeader=honour,log=off" + (options.isEmpty() ? "" : "," + options.replace(' ', ',')))
                .client();
    }

    @Override
    public void request(String name, int port, String how) {
        Ask ask = Ask.of("http://127.0.0.1:" + port + "/" + name + "?").with("readTimeout", 30_000);
        if (how.equals("close")) {
            ask.with("header", "Connection: close");
        } else if (how.equals("post")) {
            ask.body(3);
        }
        client.begin(name, ask);
    }

    @Override
    public void awaitEnd(String name) {
        client.outcome(name);
    }

    @Override
    public State state() {
        Message pool = client.tell("pool");
        return new State(pool.number("waiting"), pool.number("busy") + pool.number("free"));
    }

    @Override
    public void forget() {
        client.tell("evict");
    }

    @Override
    public void close() {
        client.close();
    }
}
