package io.kaagent.benchmark.start;

import io.kaagent.benchmark.Jdk;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the JVM has loaded by the end, as it says itself. */
final class Loaded {
    private static final Pattern CLASS = Pattern.compile("(?:\\[Loaded |\\[class,load *\\] )(\\S+) (?:from|source:).*");
    private static final Pattern METASPACE = Pattern.compile(".*\\bMetaspace +used (\\d+)K.*");

    /** One that is redefined counts once. */
    final int classes;

    final int ofAgent;
    final int metaspaceKb;

    private Loaded(int classes, int ofAgent, int metaspaceKb) {
        this.classes = classes;
        this.ofAgent = ofAgent;
        this.metaspaceKb = metaspaceKb;
    }

    static Loaded by(Launch launch, Kind kind, int release) throws IOException {
        String heap = release == 8 ? "-XX:+PrintGCDetails" : "-Xlog:gc*"; // at the end; its tags differ
        List<String> lines = Jdk.lines(new ProcessBuilder(launch.command(kind, "-verbose:class", heap)));
        int classes = 0;
        int ofAgent = 0;
        int metaspaceKb = 0;
        for (String line : lines) {
            Matcher loaded = CLASS.matcher(line);
            if (loaded.find() && !line.contains("__JVM_RedefineClasses__")) {
                classes++;
                ofAgent += loaded.group(1).startsWith("io.kaagent.") && !isOfBenchmark(loaded.group(1)) ? 1 : 0;
            }
            Matcher metaspace = METASPACE.matcher(line);
            if (metaspace.matches()) {
                metaspaceKb = Integer.parseInt(metaspace.group(1));
            }
        }
        return new Loaded(classes, ofAgent, metaspaceKb);
    }

    private static boolean isOfBenchmark(String name) {
        return name.startsWith(Loaded.class.getPackage().getName());
    }
}
