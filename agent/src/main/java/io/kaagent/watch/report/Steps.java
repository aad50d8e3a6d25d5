package io.kaagent.watch.report;

/** The outline of an area of steps, one for each value, as the path of an SVG that is 1 000 high and a step wide for each. */
final class Steps {
    static final int HEIGHT = 1000;

    private Steps() {}

    /**
     * @param top what is as high as the picture
     * @param least height of what is not zero, so that one of a million can be seen
     */
    static String area(long[] values, long top, int least) {
        StringBuilder path = new StringBuilder("M0 " + HEIGHT);
        long before = -1;
        for (int i = 0; i < values.length; i++) {
            long high = values[i] <= 0 ? 0 : Math.max(least, Math.round((double) values[i] * HEIGHT / top));
            if (high != before) {
                path.append(i == 0 ? "" : "H" + i).append('V').append(HEIGHT - high);
            }
            before = high;
        }
        return path.append('H')
                .append(values.length)
                .append('V')
                .append(HEIGHT)
                .append('Z')
                .toString();
    }

    static long greatest(long[] values) {
        long greatest = 0;
        for (long value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }
}
