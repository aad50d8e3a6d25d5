package io.kaagent.benchmark.results;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One thing that was measured, once or often, at one place of a benchmark. Immutable. */
public final class Figure {
    private final Map<String, String> at;
    private final String measure;
    private final String unit;
    private final double low;
    private final double median;
    private final double high;
    private final int samples;

    private Figure(Map<String, String> at, String measure, String unit, double[] sorted) {
        this.at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
        this.measure = measure;
        this.unit = unit;
        this.low = quantile(sorted, 0.25);
        this.median = quantile(sorted, 0.5);
        this.high = quantile(sorted, 0.75);
        this.samples = sorted.length;
    }

    /**
     * @param at where: the value of each dimension, in the order in which a table shows them
     * @param unit such as {@code ns}, {@code 1/s}; empty for a number or a ratio
     * @param samples at least one
     */
    public static Figure of(Map<String, String> at, String measure, String unit, double... samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException(measure + " of " + at + " was not measured");
        }
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return new Figure(at, measure, unit, sorted);
    }

    public Map<String, String> at() {
        return at;
    }

    /** The value of a dimension; empty if this has no such. */
    public String at(String dimension) {
        return at.getOrDefault(dimension, "");
    }

    public String measure() {
        return measure;
    }

    public String unit() {
        return unit;
    }

    /** The first quartile. */
    public double low() {
        return low;
    }

    public double median() {
        return median;
    }

    /** The third quartile. */
    public double high() {
        return high;
    }

    public int samples() {
        return samples;
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
