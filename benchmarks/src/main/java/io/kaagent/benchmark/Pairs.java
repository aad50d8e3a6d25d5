package io.kaagent.benchmark;

import io.kaagent.benchmark.results.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Windows in pairs, one right after the other: what else the machine does meets both. */
final class Pairs {
    static final String RATE = "rate, with/without";

    private final List<Window> without = new ArrayList<>();
    private final List<Window> with = new ArrayList<>();
    private final Connections newWithout = new Connections();
    private final Connections newWith = new Connections();

    /** Only their connections count. */
    void addWarmUp(Window one, Window other) {
        newWithout.add(one);
        newWith.add(other);
    }

    void add(Window one, Window other) {
        addWarmUp(one, other);
        without.add(one);
        with.add(other);
    }

    /** Of the rates, with over without: the quartiles. */
    double[] ratios() {
        return ratios(Window::rate);
    }

    /** The ratios of rates and of CPU time. */
    List<Figure> figures(Map<String, String> at) {
        return Arrays.asList(
                Figure.of(at, RATE, "", allRatios(Window::rate)),
                Figure.of(at, "CPU, with/without", "", allRatios(Window::cpuMicros)),
                Figure.of(at, "requests a second without", "", all(without, Window::rate)),
                Figure.of(at, "requests a second with", "", all(with, Window::rate)));
    }

    /** @param target of the rates' ratio; 0: none */
    String row(Shape shape, double target) {
        double[] rate = ratios();
        double[] cpu = ratios(Window::cpuMicros);
        double perOnce = median(with, Window::bytes) - median(without, Window::bytes);
        return String.format(
                Locale.ROOT,
                "%-30s %9.1f %9.1f   %5.3f (%5.3f-%5.3f) %-8s %5.3f   %9.0f %9.0f %9.2f   %s %s",
                shape.told,
                median(without, Window::rate),
                median(with, Window::rate),
                rate[1],
                rate[0],
                rate[2],
                target == 0 ? "" : rate[1] >= target ? ">= " + target : "< " + target + " !",
                cpu[1],
                median(without, Window::bytes),
                median(with, Window::bytes),
                perOnce / median(with, Window::calls),
                newWithout,
                newWith);
    }

    private double[] ratios(ToDoubleFunction<Window> what) {
        double[] ratios = allRatios(what);
        Arrays.sort(ratios);
        return new double[] {
            ratios[ratios.length / 4], ratios[ratios.length / 2], ratios[ratios.length - 1 - ratios.length / 4]
        };
    }

    private double[] allRatios(ToDoubleFunction<Window> what) {
        double[] ratios = new double[with.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = what.applyAsDouble(with.get(i)) / what.applyAsDouble(without.get(i));
        }
        return ratios;
    }

    private static double median(List<Window> windows, ToDoubleFunction<Window> what) {
        double[] values = all(windows, what);
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static double[] all(List<Window> windows, ToDoubleFunction<Window> what) {
        return windows.stream().mapToDouble(what).toArray();
    }
}
