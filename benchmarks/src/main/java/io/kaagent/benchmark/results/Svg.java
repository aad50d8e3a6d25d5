package io.kaagent.benchmark.results;

import java.util.Locale;

/** A picture: white, with words and other tags, in the order in which they are added. */
final class Svg {
    private static final String[] COLOURS = {
        "#d62728", "#1f77b4", "#2ca02c", "#9467bd", "#ff7f0e", "#8c564b", "#e377c2", "#17becf", "#7f7f7f", "#bcbd22"
    };

    private final StringBuilder tags = new StringBuilder();

    /** One of ten. */
    static String colour(int index) {
        return COLOURS[index % COLOURS.length];
    }

    /** @param anchor where in the words the place is: {@code start}, {@code middle} or {@code end} */
    void text(double x, double y, String anchor, String words) {
        String escaped = words.replace("&", "&amp;").replace("<", "&lt;");
        tag("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped);
    }

    void tag(String format, Object... arguments) {
        tags.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    String of(int width, int height) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height
                + "\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
                + tags + "</svg>\n";
    }
}
