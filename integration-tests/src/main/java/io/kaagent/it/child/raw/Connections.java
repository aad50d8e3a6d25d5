package io.kaagent.it.child.raw;

/** What an agent may do with the connections of an idiom. */
public enum Connections {
    /** Must be used again. */
    REUSED,
    /** May be used again or not: a matter of how much can be proved. */
    EITHER,
    /** Must be as many as without an agent. */
    UNTOUCHED
}
