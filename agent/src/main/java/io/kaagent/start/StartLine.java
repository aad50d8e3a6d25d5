package io.kaagent.start;

import io.kaagent.weave.SeamReport;

/** The one line of the start: {@code 0.1.0: pooling on, 9 of 9 seams, JDK 17.0.15, 118 ms}. */
final class StartLine {
    private StartLine() {}

    /** @param observes {@code ka.mode=observe} */
    static String of(SeamReport report, boolean observes, String renamed, long nanos) {
        StringBuilder line = new StringBuilder(80).append(Version.CURRENT);
        line.append(what(report, observes));
        line.append(report.woven()).append(" of ").append(report.wanted()).append(" seams");
        if (!report.complete()) {
            line.append(" (this JDK is not as expected: ")
                    .append(report.missing())
                    .append(')');
        }
        line.append(", JDK ").append(System.getProperty("java.version"));
        line.append(", ").append(nanos / 1000000).append(" ms");
        if (renamed != null) {
            line.append(" (the jar is named ").append(renamed);
            line.append(" and not ka-agent.jar: a slower start, and the JVM may remark on class data sharing)");
        }
        return line.toString();
    }

    private static String what(SeamReport report, boolean observes) {
        if (observes) {
            return report.complete() ? ": observing, nothing is pooled, " : ": not observing, ";
        }
        return report.complete() ? ": pooling on, " : ": pooling off, ";
    }
}
