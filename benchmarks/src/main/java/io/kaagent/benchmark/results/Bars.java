package io.kaagent.benchmark.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lying bars in groups, one for each figure, with its quartiles as a line, as SVG. */
final class Bars {
    private static final String[] COLOURS = {
        "#7f7f7f", "#1f77b4", "#2ca02c", "#d62728", "#ff7f0e", "#9467bd", "#17becf", "#8c564b"
    };
    private static final int LEFT = 380;
    private static final int WIDTH = 420;
    private static final int STEP = 18;

    private final List<String> names = new ArrayList<>();
    private final StringBuilder svg = new StringBuilder();
    private final double scale;
    private String lastGroup = "";
    private int top = 44;

    Bars(String title, List<Figure> figures, String groupDimension, String barDimension) {
        double most = figures.stream().mapToDouble(Figure::high).max().orElse(1);
        scale = most > 0 ? WIDTH / most : 0;
        text(10, 24, "start", title);
        for (Figure figure : figures) {
            bar(figure, groupDimension + " " + figure.at(groupDimension), figure.at(barDimension));
        }
    }

    String svg() {
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                                + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                        LEFT + WIDTH + 90,
                        top + 10)
                + svg + "</svg>\n";
    }

    private void bar(Figure figure, String group, String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        if (!group.equals(lastGroup)) {
            lastGroup = group;
            top += STEP / 2;
            text(10, top + 13, "start", group);
        }
        double end = LEFT + Math.max(0, figure.median()) * scale;
        text(LEFT - 8, top + 13, "end", name);
        tag(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"%s\"/>",
                LEFT, top + 2, end - LEFT, COLOURS[names.indexOf(name) % COLOURS.length]);
        tag(
                "<path d=\"M%.1f %dH%.1f\" stroke=\"black\"/>",
                LEFT + Math.max(0, figure.low()) * scale, top + 9, LEFT + Math.max(0, figure.high()) * scale);
        text(
                LEFT + Math.max(0, figure.high()) * scale + 6,
                top + 13,
                "start",
                (Numbers.text(figure.median()) + " " + figure.unit()).trim());
        top += STEP;
    }

    private void text(double x, double y, String anchor, String words) {
        String escaped = words.replace("&", "&amp;").replace("<", "&lt;");
        tag("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped);
    }

    private void tag(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
