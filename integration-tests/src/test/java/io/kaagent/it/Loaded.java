package io.kaagent.it;

import io.kaagent.it.child.Message;

/**
 * How many requests ended how.
 *
 * @param wrong answers that belong to another request
 * @param trouble the first that was not right
 */
record Loaded(int right, int wrong, int failed, String trouble) {
    static Loaded of(Message message) {
        return new Loaded(
                message.number("right"), message.number("wrong"), message.number("failed"), message.get("trouble"));
    }

    static Loaded allRight(int requests) {
        return new Loaded(requests, 0, 0, "");
    }
}
