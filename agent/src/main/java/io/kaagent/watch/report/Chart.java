package io.kaagent.watch.report;

import io.kaagent.watch.Figures;

/**
 * Areas over time. The shapes are an SVG that is stretched to the room there is; what is written beside the axes is not part of it, and keeps its
 * size on a phone.
 */
final class Chart {
    private final Markup page;
    private final Stretch time;
    private final long lengthMillis;

    /** @param lengthMillis of a step */
    Chart(Markup page, Stretch time, long lengthMillis) {
        this.page = page;
        this.time = time;
        this.lengthMillis = lengthMillis;
    }

    /**
     * @param told what it shows, to who can't see it
     * @param areas those behind before those in front
     */
    void draw(String title, String told, Area... areas) {
        long greatest = 0;
        for (Area area : areas) {
            greatest = Math.max(greatest, Steps.greatest(area.values));
        }
        Scale up = Scale.upTo(greatest);
        page.open("figure").element("figcaption", title);
        page.open("ul", "class", "legend");
        for (Area area : areas) {
            page.open("li")
                    .element("i", "", "class", "key " + area.kind)
                    .text(area.legend)
                    .close();
        }
        page.close().open("div", "class", "plot");
        page.open("div", "class", "y", "aria-hidden", "true");
        for (long at = up.top; at >= 0; at -= up.step) {
            page.element("span", Figures.count(at));
        }
        page.close();
        shapes(told, up, areas);
        page.open("div", "class", "x", "aria-hidden", "true");
        Scale along = Scale.within(time.millis / time.unit);
        for (long at = 0; at <= along.top; at += along.step) {
            page.element("span", Figures.count(at), "style", "left:" + percent(at * time.unit, time.millis));
        }
        page.close().close();
        page.element("p", time.units + " since the first connection", "class", "axis");
        page.close();
    }

    private void shapes(String told, Scale up, Area... areas) {
        int width = areas[0].values.length;
        page.open(
                "svg",
                "role",
                "img",
                "aria-label",
                told,
                "viewBox",
                "0 0 " + width + " " + Steps.HEIGHT,
                "preserveAspectRatio",
                "none");
        page.element("title", told);
        for (Area area : areas) {
            page.empty("path", "class", area.kind, "d", Steps.area(area.values, up.top, area.least));
        }
        for (long at = 0; at <= up.top; at += up.step) {
            String y = Long.toString(Steps.HEIGHT - at * Steps.HEIGHT / up.top);
            page.empty("path", "class", "grid", "vector-effect", "non-scaling-stroke", "d", "M0 " + y + "H" + width);
        }
        page.close();
    }

    /** {@code each second}, {@code each 2 s}. */
    String step() {
        return "each " + (lengthMillis == 1000 ? "second" : Stretch.shown(lengthMillis));
    }

    /** {@code 12.5%}. */
    static String percent(long part, long whole) {
        long tenths = whole <= 0 ? 0 : Math.min(1000, part * 1000 / whole);
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    /** What is drawn, in which class of colours, and what it says beside it. */
    static final class Area {
        private final String kind;
        private final long[] values;
        private final String legend;
        private final int least;

        Area(String kind, long[] values, String legend) {
            this.kind = kind;
            this.values = values;
            this.legend = legend;
            this.least = Steps.HEIGHT / 60; // two pixels or so
        }
    }
}
