package io.kaagent.benchmark.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A logarithmic axis from a power of ten to a power of ten. */
final class Axis {
    private final double from;
    private final double to;
    private final double start;
    private final double end;

    /**
     * @param index of the coordinate in a point
     * @param start where on the picture the axis begins
     */
    Axis(Collection<List<double[]>> curves, int index, double start, double end) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (List<double[]> points : curves) {
            for (double[] point : points) {
                least = Math.min(least, point[index]);
                most = Math.max(most, point[index]);
            }
        }
        this.from = most == 0 ? 0 : Math.floor(Math.log10(least));
        this.to = most == 0 ? 1 : Math.max(Math.ceil(Math.log10(most)), from + 1);
        this.start = start;
        this.end = end;
    }

    double at(double value) {
        return start + (Math.log10(value) - from) / (to - from) * (end - start);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) from; power <= to; power++) {
            ticks.add(Math.pow(10, power));
        }
        return ticks;
    }
}
