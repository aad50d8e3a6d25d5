package io.kaagent.benchmark;

import java.io.File;
import java.util.Collections;
import java.util.List;

/** {@code [--jdk HOME] [--rounds N]}: on which JDKs a benchmark measures, by default all that {@link Jdks} finds, and how often. */
public final class RoundsOnJdks {
    /** The homes. */
    public final List<File> jdks;

    public final int rounds;

    /**
     * @param usual how many rounds without {@code --rounds}
     * @throws IllegalArgumentException if there is anything else among the arguments
     */
    public RoundsOnJdks(String[] arguments, int usual) {
        List<File> homes = null;
        int times = usual;
        for (int i = 0; i < arguments.length; i += 2) {
            if (arguments[i].equals("--jdk")) {
                homes = Collections.singletonList(new File(arguments[i + 1]));
            } else if (arguments[i].equals("--rounds")) {
                times = Integer.parseInt(arguments[i + 1]);
            } else {
                throw new IllegalArgumentException(arguments[i]);
            }
        }
        jdks = homes == null ? Jdks.find() : homes;
        rounds = times;
    }
}
