package io.kaagent.it.child.raw;

import io.kaagent.it.child.origin.Manner;

/** An idiom against an origin of a certain manner. Immutable. */
public final class IdiomCase {
    private final String idiomName;
    private final String name;
    private final Manner manner;
    private final Connections connections;
    private final Pace pace;
    private final boolean leaves;
    private final Idiom idiom;

    /** @param leaves it may be gone before its request has arrived */
    IdiomCase(String name, Manner manner, Connections connections, Pace pace, boolean leaves, Idiom idiom) {
        this.idiomName = name;
        this.name = name + "@" + manner;
        this.manner = manner;
        this.connections = connections;
        this.pace = pace;
        this.leaves = leaves;
        this.idiom = idiom;
    }

    public String name() {
        return name;
    }

    /** Whether these sockets let it see the same each time. */
    public boolean canUse(Transport transport) {
        return transport != Transport.LAYERED || !idiomName.equals("ofAllKinds");
    }

    /** Whatever the manner. */
    String idiomName() {
        return idiomName;
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

    /**
     * How often to run it.
     *
     * @param each how often the others are run; null for as often as each of them needs
     */
    public int requests(Integer each, int threads) {
        int requests = each == null ? pace.requests() : pace.requests(each);
        return Math.max(requests / threads, 2) * threads;
    }

    Idiom idiom() {
        return idiom;
    }

    @Override
    public String toString() {
        return name;
    }
}
