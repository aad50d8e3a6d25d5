package io.kaagent.config;

/** What is spoken on the raw connections of one origin. */
public enum Protocol {
    /** Found out: what is proved to be HTTP/1.x is pooled, all else is left untouched. */
    AUTO,
    /** Taken on trust: a connection closed with no byte unread may be used again, whatever was spoken. */
    OPAQUE,
    /** None that concerns the agent: raw connections are left untouched. */
    NONE
}
