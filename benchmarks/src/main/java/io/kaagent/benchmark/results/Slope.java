package io.kaagent.benchmark.results;

import java.util.List;

/** How a cost grows with a size: the exponent of the power that fits best. 0: not at all; 1: in proportion. */
public final class Slope {
    private Slope() {}

    /**
     * @param points pairs of size and cost, both positive
     * @return the slope of the straight line through them on logarithmic scales, by least squares; NaN for fewer than two sizes
     */
    public static double of(List<double[]> points) {
        double meanX = 0;
        double meanY = 0;
        for (double[] point : points) {
            meanX += Math.log(point[0]) / points.size();
            meanY += Math.log(point[1]) / points.size();
        }
        double product = 0;
        double square = 0;
        for (double[] point : points) {
            double x = Math.log(point[0]) - meanX;
            product += x * (Math.log(point[1]) - meanY);
            square += x * x;
        }
        return square == 0 ? Double.NaN : product / square;
    }
}
