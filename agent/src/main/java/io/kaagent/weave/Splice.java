package io.kaagent.weave;

/**
 * One call of a hook that is put into a method: where, which hook, and what is passed to it. Two shapes only: ask a hook and use its
 * answer, in place of the method's work or of its result, or tell a hook. Immutable.
 *
 * <p>A hook takes its arguments as the method has them, references as {@code Object}: it could not name a {@code sun.*} type.
 */
final class Splice {
    /** As an argument: the object whose method it is. */
    static final int THIS = -1;

    /** As the first argument of {@link #after}: what the method returns; no {@code long} or {@code double}. */
    static final int RESULT = -2;

    /** As the first argument of {@link #failed}: what the method throws. */
    static final int THROWN = -3;

    enum Place {
        BEFORE,
        ASK,
        CHANGE,
        AFTER,
        FAILED
    }

    final Place place;
    final String owner;
    final String hook;
    final int[] arguments;

    private Splice(Place place, String owner, String hook, int[] arguments) {
        this.place = place;
        this.owner = owner;
        this.hook = hook;
        this.arguments = arguments;
    }

    /** Tells the hook first of all, in a constructor once the superclass's has returned. What the hook throws, the method throws, and nothing else of it runs. */
    static Splice before(String owner, String hook, int... arguments) {
        return new Splice(Place.BEFORE, owner, hook, arguments);
    }

    /**
     * Asks the hook first of all: if it answers something but null, or true, the method returns that; else it goes on. A method that
     * returns nothing, or a boolean, asks for a boolean.
     */
    static Splice ask(String owner, String hook, int... arguments) {
        return new Splice(Place.ASK, owner, hook, arguments);
    }

    /** Asks the hook, whenever the method returns an object, what to return instead; the hook is given that object and {@code this}. */
    static Splice change(String owner, String hook) {
        return new Splice(Place.CHANGE, owner, hook, new int[0]);
    }

    /** Tells the hook whenever the method returns. */
    static Splice after(String owner, String hook, int... arguments) {
        return new Splice(Place.AFTER, owner, hook, arguments);
    }

    /** Tells the hook when an exception leaves the method, which then goes on its way. May pass {@link #THROWN} and {@link #THIS} only. */
    static Splice failed(String owner, String hook, int... arguments) {
        return new Splice(Place.FAILED, owner, hook, arguments);
    }
}
