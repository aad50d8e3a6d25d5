package io.kaagent.config;

/** How much the agent says on the standard error stream. Each level includes those before it. */
public enum LogLevel {
    OFF,
    WARN,
    INFO,
    DEBUG,
    TRACE
}
