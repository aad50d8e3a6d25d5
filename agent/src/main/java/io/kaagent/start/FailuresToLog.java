package io.kaagent.start;

import io.kaagent.config.Options;
import io.kaagent.hook.Failures;
import io.kaagent.watch.Log;

/** Tells of defects of the agent. */
final class FailuresToLog implements Failures.Listener {
    private final String after;

    private FailuresToLog(String after) {
        this.after = after;
    }

    /** @param after what becomes of things once there are too many of them */
    static void begin(Options options, String after) {
        Log.level(options.log());
        Failures.tellTo(new FailuresToLog(after));
    }

    @Override
    public void failed(String hook, Throwable failure, int count) {
        Log.warn(
                count == 1
                        ? "a defect of the agent in " + hook + "; the request goes on as without it"
                        : "defect " + count + " of the agent, in " + hook + "; " + after,
                failure);
    }
}
