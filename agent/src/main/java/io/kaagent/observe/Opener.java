package io.kaagent.observe;

import java.util.Collections;
import java.util.List;

/** A place that opens connections, from the innermost frame of the application outwards. Immutable. */
public final class Opener {
    private final List<StackTraceElement> frames;
    private final double percent;

    Opener(List<StackTraceElement> frames, double percent) {
        this.frames = Collections.unmodifiableList(frames);
        this.percent = percent;
    }

    public List<StackTraceElement> frames() {
        return frames;
    }

    /** Its share of the connections that were looked at. */
    public double percent() {
        return percent;
    }
}
