package io.kaagent.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * The options of one run (rules 1 to 4). Immutable, may be shared by threads.
 *
 * <p>Three sources, the first that has a key wins: system properties ({@code ka.maxSockets}), the agent argument, and the
 * properties file that {@code ka.config} names; the last two with or without the {@code ka.}. A bad value or an unknown key never
 * stops the start: the default is used, and {@link #warnings()} says so.
 */
public final class Options {
    private final OriginOptions global;
    /** The more specific ones last. */
    private final OriginRule[] rules;

    /** Null if none is asked for. */
    private final String report;

    private final List<String> warnings;

    Options(long[] values, long given, ArrayList<OriginRule> rules, String report, List<String> warnings) {
        this(new OriginOptions(values, given), sorted(rules), report, warnings);
    }

    private Options(OriginOptions global, OriginRule[] rules, String report, List<String> warnings) {
        this.global = global;
        this.rules = rules;
        this.report = report;
        this.warnings = warnings;
    }

    /**
     * Reads all sources. Never throws: whatever goes wrong is a warning.
     *
     * @param agentArgument what follows the agent's {@code =}; may be null
     */
    public static Options load(String agentArgument, Properties systemProperties) {
        try {
            return new Reading().read(agentArgument, systemProperties);
        } catch (RuntimeException e) { // an application's own subclass of Properties, for one
            return standard("options can't be read: " + e + "; using the default of every option");
        }
    }

    /** What {@code ka.enabled=false} makes: nothing but that was looked at. */
    static Options disabled() {
        long[] values = Option.standards();
        values[Option.ENABLED.ordinal()] = 0;
        return new Options(values, 0, new ArrayList<OriginRule>(0), null, Collections.<String>emptyList());
    }

    private static Options standard(String warning) {
        List<String> warnings = Collections.singletonList(warning);
        return new Options(Option.standards(), 0, new ArrayList<OriginRule>(0), null, warnings);
    }

    /** One line for each mistake, without a prefix; to be logged as WARN. */
    public List<String> warnings() {
        return warnings;
    }

    /** False: the agent must do nothing at all. The other options are at their defaults then if a property or argument says so. */
    public boolean enabled() {
        return global.of(Option.ENABLED) != 0;
    }

    public Mode mode() {
        return global.of(Option.MODE) == Mode.POOL.ordinal() ? Mode.POOL : Mode.OBSERVE;
    }

    /** The options of every origin that has none of its own. */
    public OriginOptions global() {
        return global;
    }

    /**
     * The global options overlaid by those of the patterns that match the origin; for each option the most specific pattern wins.
     * Without options of origins it only answers {@link #global()}; otherwise it compares the host with every pattern.
     *
     * @param scheme not looked at today: patterns have none
     * @param host in any case, an IPv6 address with or without brackets
     * @param port the port connected to, defaults filled in
     */
    public OriginOptions forOrigin(String scheme, String host, int port) {
        OriginOptions options = global;
        for (int i = 0; i < rules.length; i++) {
            if (rules[i].matches(host, port)) {
                options = options.with(rules[i].option, rules[i].value);
            }
        }
        return options;
    }

    /** Rules 9 and 10: 1 or more, {@code Integer.MAX_VALUE} = Infinity. */
    public int maxTotalSockets() {
        return (int) global.of(Option.MAX_TOTAL_SOCKETS);
    }

    public TcpKeepAlive tcpKeepAlive() {
        return TcpKeepAlive.values()[(int) global.of(Option.TCP_KEEP_ALIVE)];
    }

    public LogLevel log() {
        return LogLevel.values()[(int) global.of(Option.LOG)];
    }

    /** Whether the end of the JVM says in a line what pooling was good for. */
    public boolean summary() {
        return global.of(Option.SUMMARY) != 0;
    }

    /** The file that the end of the JVM leaves a page in, as it was given; null for none. */
    public String report() {
        return report;
    }

    /** Whether a connection that nobody closed is told with the place that opened it. */
    public boolean leakDetection() {
        return global.of(Option.LEAK_DETECTION) != 0;
    }

    /** How long a response may be in the application's hands before that is told, in milliseconds; 0 = never. */
    public long leakDetectionThresholdMillis() {
        return global.of(Option.LEAK_DETECTION_THRESHOLD);
    }

    /** Whether what the agent does can be seen, and changed, by JMX. */
    public boolean jmx() {
        return global.of(Option.JMX) != 0;
    }

    /** Whether recordings of Java Flight Recorder are told what the pool does. */
    public boolean jfr() {
        return global.of(Option.JFR) != 0;
    }

    /** Whether {@code ka.keepAlive} was given for all origins, in any source, with a value that is allowed. */
    public boolean keepAliveSetExplicitly() {
        return global.keepAliveSetExplicitly();
    }

    /** What differs from the defaults, as {@code key=value,key=value}; as agent argument it gives the same options again. */
    public String describe() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Option.count(); i++) {
            Option option = Option.at(i);
            if (global.of(option) != option.standard) {
                text.append(',').append(option.key).append('=').append(option.values.render(global.of(option)));
            }
        }
        if (report != null) {
            text.append(',').append(Option.REPORT.key).append('=').append(report);
        }
        for (int i = 0; i < rules.length; i++) {
            text.append(',').append(rules[i]);
        }
        return text.length() == 0 ? "" : text.substring(1);
    }

    /** A copy in which one global option differs. */
    Options with(Option option, long value) {
        return new Options(global.with(option, value), rules, report, warnings);
    }

    /** A copy with one more rule, which wins over those that are no more specific. */
    Options with(OriginRule rule) {
        ArrayList<OriginRule> more = new ArrayList<OriginRule>(Arrays.asList(rules));
        more.add(rule);
        return new Options(global, sorted(more), report, warnings);
    }

    /** Whether origins have rules of their own for it. */
    boolean hasRulesFor(Option option) {
        for (int i = 0; i < rules.length; i++) {
            if (rules[i].option == option) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "Options[" + describe() + "]";
    }

    /** By insertion: stable, and no comparator has to be loaded. */
    private static OriginRule[] sorted(ArrayList<OriginRule> rules) {
        OriginRule[] sorted = new OriginRule[rules.size()];
        for (int i = 0; i < sorted.length; i++) {
            int at = i;
            while (at > 0 && sorted[at - 1].rank() > rules.get(i).rank()) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = rules.get(i);
        }
        return sorted;
    }
}
