package io.kaagent.watch.report;

/** A horizontal bar beside a number. It says nothing that the number does not. */
final class Bar {
    private static final int WIDTH = 1000;

    private Bar() {}

    static void draw(Markup page, long part, long whole, String kind) {
        page.open(
                "svg", "class", "bar", "viewBox", "0 0 1000 10", "preserveAspectRatio", "none", "aria-hidden", "true");
        part(page, kind, 0, part, whole);
        page.close();
    }

    /** Of an SVG that is 1 000 wide and 10 high. */
    static void part(Markup page, String kind, long before, long part, long whole) {
        long from = WIDTH * before / Math.max(1, whole);
        long to = WIDTH * (before + part) / Math.max(1, whole);
        page.empty(
                "rect",
                "class",
                kind,
                "x",
                Long.toString(from),
                "width",
                Long.toString(Math.max(part > 0 ? 4 : 0, to - from)),
                "height",
                "10",
                "vector-effect",
                "non-scaling-stroke");
    }
}
