package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import java.util.concurrent.atomic.AtomicInteger;

/** A socket of the application's own. What it throws is an answer with {@code failure} and {@code message} in it. */
final class AppSocket {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final ClientJvm client;
    private final String name = "socket" + NAMES.incrementAndGet();

    private AppSocket(ClientJvm client) {
        this.client = client;
    }

    /** Not connected. */
    static AppSocket in(ClientJvm client) {
        AppSocket socket = new AppSocket(client);
        socket.succeeds(socket.act("create"));
        return socket;
    }

    /** @param factory of TLS */
    static AppSocket connected(ClientJvm client, String factory, int port) {
        AppSocket socket = new AppSocket(client);
        socket.succeeds(socket.act("create").with("factory", factory));
        socket.connect(port);
        return socket;
    }

    static AppSocket connected(ClientJvm client, int port) {
        AppSocket socket = in(client);
        socket.connect(port);
        return socket;
    }

    void connect(int port) {
        succeeds(connecting(port, 0));
    }

    Outcome connect(int port, int timeoutMillis) {
        return Outcome.of(tell(connecting(port, timeoutMillis)));
    }

    /** @param options such as {@code linger=0;noDelay=true} */
    void set(String options) {
        succeeds(act("set").with("options", options));
    }

    /** The value, or the exception's class. */
    String get(String option) {
        Message answer = tell(act("get").with("option", option));
        return answer.get("value", answer.get("failure", ""));
    }

    /** Addresses, ports, and so on. */
    Message look() {
        return succeeds(act("look"));
    }

    Outcome exchange(Site site, String query) {
        return exchange(Ask.of(site, query));
    }

    Outcome exchange(Ask ask) {
        return Outcome.of(tell(ask.as("named").with("as", name).with("do", "exchange")));
    }

    void say(String text) {
        succeeds(act("say").with("text", text));
    }

    /** The exception's class, if it could not be said; else nothing. */
    String trySay(String text) {
        return tell(act("say").with("text", text)).get("failure", "");
    }

    /** So many characters. */
    String hear(int length) {
        return succeeds(act("hear").with("length", length)).get("text");
    }

    /** As far as the end of an HTTP head. */
    String hearHead() {
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf("\r\n\r\n") < 0) {
            heard.append(hear(1));
        }
        return heard.toString();
    }

    /** What a virtual thread gets to see that is interrupted while it waits for something to read. */
    Outcome readInterrupted() {
        return Outcome.of(tell(act("interruptedRead")));
    }

    void sendUrgent(int value) {
        succeeds(act("urgent").with("byte", value));
    }

    void shutdownOutput() {
        succeeds(act("shutdownOutput"));
    }

    /** Returns what it looks like afterwards. */
    Message close() {
        return succeeds(act("close"));
    }

    /** Nothing of the application refers to it any more. */
    void drop() {
        succeeds(act("drop"));
    }

    private Message connecting(int port, int timeoutMillis) {
        return act("connect").with("port", port).with("timeout", timeoutMillis);
    }

    private Message act(String what) {
        return new Message("named").with("as", name).with("do", what);
    }

    private Message succeeds(Message message) {
        Message answer = tell(message);
        assertThat(answer.get("failure", "")).as("%s: %s", message, answer).isEmpty();
        return answer;
    }

    private Message tell(Message message) {
        return client.tell(message);
    }
}
