package io.kaagent.pool;

/** What became of a connection that was given back. */
public enum Fate {
    /** Free in the pool now (rule 19). */
    PARKED,
    /** In the hands of a caller who waited (rule 15). */
    HANDED_OFF,
    /** Closed by the pool (rules 14, 16-19). */
    DESTROYED,
    /** It was not the giver's to give: it had ended before, is free, or was never opened. Nothing was done. */
    IGNORED
}
