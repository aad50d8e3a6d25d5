package io.kaagent.it.child.raw;

import io.kaagent.it.child.origin.Manner;

/** An idiom against an origin of a certain manner. Immutable. */
public final class IdiomCase {
    private final String name;
    private final Manner manner;
    private final Connections connections;
    private final int share;
    private final boolean leaves;
    private final Idiom idiom;

    /**
     * @param share it is run one time in so many
     * @param leaves it may be gone before its request has arrived
     */
    IdiomCase(String name, Manner manner, Connections connections, int share, boolean leaves, Idiom idiom) {
        this.name = name + "@" + manner;
        this.manner = manner;
        this.connections = connections;
        this.share = share;
        this.leaves = leaves;
        this.idiom = idiom;
    }

    public String name() {
        return name;
    }

    public Manner manner() {
        return manner;
    }

    public Connections connections() {
        return connections;
    }

    /** Whether what arrives at the server depends on who is faster. */
    public boolean leavesEarly() {
        return leaves;
    }

    /** How often to run it where the others are run {@code full} times; a multiple of the number of threads. */
    public int requests(int full, int threads) {
        return Math.max(full / share / threads, 2) * threads;
    }

    Idiom idiom() {
        return idiom;
    }

    @Override
    public String toString() {
        return name;
    }
}
