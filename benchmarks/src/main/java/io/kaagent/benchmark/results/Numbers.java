package io.kaagent.benchmark.results;

import java.util.Locale;

/** Numbers as a table shows them: three digits that count, no exponents. */
final class Numbers {
    private static final int DIGITS = 3;

    private Numbers() {}

    static String text(double value) {
        if (Double.isNaN(value)) {
            return "?";
        }
        int beforePoint = value == 0 ? 1 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        int decimals = Math.max(0, Math.min(DIGITS - beforePoint, DIGITS));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value).replace(",", " ");
    }

    /** A median, with its quartiles if there is more than one sample of it. */
    static String text(Figure figure) {
        String median = text(figure.median());
        if (figure.samples() == 1 || figure.low() == figure.high()) {
            return median;
        }
        return median + " (" + text(figure.low()) + "-" + text(figure.high()) + ")";
    }
}
