package io.kaagent.it;

/** Who sends the requests of a scenario: Node's agent, or this one. */
interface TracedClient extends AutoCloseable {
    /** Begins a request, and does not wait for it. */
    void request(String name, int port, String how);

    /** Waits for the end of that request, good or bad: what the application is told of a bad one is not the agents' affair. */
    void awaitEnd(String name);

    /** What the client's agent holds at this moment. */
    State state();

    /** Closes what is free: another scenario begins. */
    void forget();

    @Override
    void close();

    /** How many requests wait for a connection, and how many connections there are, used and free ones. */
    record State(int waiting, int open) {}
}
