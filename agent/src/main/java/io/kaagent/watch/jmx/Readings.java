package io.kaagent.watch.jmx;

import io.kaagent.pool.Histogram;
import java.util.ArrayList;
import java.util.List;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;

/** Collects what is read at one moment, in the order in which it is shown. For one thread. */
final class Readings {
    private static final double NANOS = 1e9;

    private final List<Reading> all = new ArrayList<Reading>(80);

    List<Reading> all() {
        return all;
    }

    void count(String name, long value, String meaning) {
        all.add(new Reading(name, SimpleType.LONG, value, meaning));
    }

    void number(String name, double value, String meaning) {
        all.add(new Reading(name, SimpleType.DOUBLE, value, meaning));
    }

    /** Infinity is shown as such, and not as the greatest integer. */
    void limit(String name, int value, String meaning) {
        number(name, value == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : value, meaning + "; Infinity: no limit");
    }

    void text(String name, String value, String meaning) {
        all.add(new Reading(name, SimpleType.STRING, value, meaning));
    }

    void flag(String name, boolean value, String meaning) {
        all.add(new Reading(name, SimpleType.BOOLEAN, value, meaning));
    }

    void table(String name, TabularData value, String meaning) {
        all.add(new Reading(name, value.getTabularType(), value, meaning));
    }

    /** @param nanos its values are nanoseconds, and shown in seconds */
    void times(String name, Histogram nanos, String meaning) {
        count(name + "SecondsCount", nanos.count(), "How many were measured: " + meaning);
        number(name + "SecondsSum", nanos.sum() / NANOS, "Seconds in all: " + meaning);
        number(name + "SecondsMax", nanos.max() / NANOS, "Seconds at most: " + meaning);
        number(name + "SecondsP50", nanos.quantile(0.5) / NANOS, "Seconds that half of them don't exceed: " + meaning);
        number(name + "SecondsP99", nanos.quantile(0.99) / NANOS, "Seconds that 99 % don't exceed: " + meaning);
    }

    void numbers(String name, Histogram values, String meaning) {
        count(name + "Count", values.count(), "How many were measured: " + meaning);
        count(name + "Sum", values.sum(), "In all: " + meaning);
        count(name + "Max", values.max(), "At most: " + meaning);
        count(name + "P50", values.quantile(0.5), "Half of them don't exceed: " + meaning);
        count(name + "P99", values.quantile(0.99), "99 % don't exceed: " + meaning);
    }
}
