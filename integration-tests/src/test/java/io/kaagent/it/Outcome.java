package io.kaagent.it;

import io.kaagent.it.child.Message;

/**
 * How one request ended.
 *
 * @param status -1 if it failed
 * @param connection the server's number of the connection
 * @param right whether the answer was the one to this request
 * @param fields what the application saw of the answer's fields, a line each, and of its own Connection field
 * @param failure the exception's class, or empty
 */
record Outcome(int status, int connection, boolean right, String fields, String failure, String message) {
    static Outcome of(Message message) {
        return new Outcome(
                message.number("status", -1),
                message.number("connection", -1),
                Boolean.parseBoolean(message.get("right", "false")),
                message.get("fields", ""),
                message.get("failure", ""),
                message.get("message", ""));
    }
}
