package io.kaagent.benchmark.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Curves over a size, both axes logarithmic, as SVG; the slope of each stands in the legend. */
final class Chart {
    private static final int LEFT = 80;
    private static final int TOP = 50;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;
    private static final int LEGEND = 300;

    private final String title;
    private final String xName;
    private final String yName;
    private final Map<String, List<double[]>> curves = new LinkedHashMap<>();
    private final Svg svg = new Svg();

    Chart(String title, String xName, String yName) {
        this.title = title;
        this.xName = xName;
        this.yName = yName;
    }

    /** A point that has no logarithm is not drawn. */
    void add(String curve, double x, double y) {
        if (x > 0 && y > 0) {
            curves.computeIfAbsent(curve, key -> new ArrayList<>()).add(new double[] {x, y});
        }
    }

    String svg() {
        Axis x = new Axis(curves.values(), 0, LEFT, LEFT + WIDTH);
        Axis y = new Axis(curves.values(), 1, TOP + HEIGHT, TOP);
        svg.text(LEFT, 24, "start", title);
        for (double tick : x.ticks()) {
            svg.tag("<path d=\"M%.1f %dv%d\" stroke=\"#ddd\"/>", x.at(tick), TOP, HEIGHT);
            svg.text(x.at(tick), TOP + HEIGHT + 18, "middle", Numbers.text(tick));
        }
        for (double tick : y.ticks()) {
            svg.tag("<path d=\"M%d %.1fh%d\" stroke=\"#ddd\"/>", LEFT, y.at(tick), WIDTH);
            svg.text(LEFT - 6, y.at(tick) + 4, "end", Numbers.text(tick));
        }
        svg.text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 42, "middle", xName);
        svg.text(LEFT, TOP - 8, "start", yName);
        int index = 0;
        for (Map.Entry<String, List<double[]>> curve : curves.entrySet()) {
            curve(curve.getKey(), curve.getValue(), Svg.colour(index), TOP + 10 + 18 * index, x, y);
            index++;
        }
        return svg.of(LEFT + WIDTH + LEGEND, TOP + HEIGHT + 60);
    }

    private void curve(String name, List<double[]> points, String colour, int legendAt, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            path.append(String.format(
                    Locale.ROOT, "%s%.1f %.1f", path.length() == 0 ? "M" : "L", x.at(point[0]), y.at(point[1])));
            svg.tag("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x.at(point[0]), y.at(point[1]), colour);
        }
        svg.tag("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path, colour);
        double slope = Slope.of(points);
        svg.tag(
                "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"4\" fill=\"%s\"/>",
                LEFT + WIDTH + 12, legendAt - 6, colour);
        String legend = Double.isNaN(slope) ? name : name + String.format(Locale.ROOT, " (slope %.2f)", slope);
        svg.text(LEFT + WIDTH + 30, legendAt, "start", legend);
    }
}
