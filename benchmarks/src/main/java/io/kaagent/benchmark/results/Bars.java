package io.kaagent.benchmark.results;

import java.util.ArrayList;
import java.util.List;

/** Lying bars in groups, one for each figure, with its quartiles as a line, as SVG. */
final class Bars {
    private static final int LEFT = 380;
    private static final int WIDTH = 420;
    private static final int STEP = 18;

    private final List<String> names = new ArrayList<>();
    private final Svg svg = new Svg();
    private final double scale;
    private String lastGroup = "";
    private int top = 44;

    Bars(String title, List<Figure> figures, String groupDimension, String barDimension) {
        double most = figures.stream().mapToDouble(Figure::high).max().orElse(1);
        scale = most > 0 ? WIDTH / most : 0;
        svg.text(10, 24, "start", title);
        for (Figure figure : figures) {
            bar(figure, groupDimension + " " + figure.at(groupDimension), figure.at(barDimension));
        }
    }

    String svg() {
        return svg.of(LEFT + WIDTH + 90, top + 10);
    }

    private void bar(Figure figure, String group, String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        if (!group.equals(lastGroup)) {
            lastGroup = group;
            top += STEP / 2;
            svg.text(10, top + 13, "start", group);
        }
        double end = LEFT + Math.max(0, figure.median()) * scale;
        svg.text(LEFT - 8, top + 13, "end", name);
        svg.tag(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"%s\"/>",
                LEFT, top + 2, end - LEFT, Svg.colour(names.indexOf(name)));
        svg.tag(
                "<path d=\"M%.1f %dH%.1f\" stroke=\"black\"/>",
                LEFT + Math.max(0, figure.low()) * scale, top + 9, LEFT + Math.max(0, figure.high()) * scale);
        svg.text(
                LEFT + Math.max(0, figure.high()) * scale + 6,
                top + 13,
                "start",
                (Numbers.text(figure.median()) + " " + figure.unit()).trim());
        top += STEP;
    }
}
