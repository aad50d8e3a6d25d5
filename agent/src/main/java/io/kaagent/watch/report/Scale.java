package io.kaagent.watch.report;

/** Round numbers beside an axis that begins at zero: at most six of them, 1, 2 or 5 times a power of ten apart. */
final class Scale {
    private static final int MOST_STEPS = 5;

    final long step;

    /** The greatest number beside it. */
    final long top;

    private Scale(long step, long top) {
        this.step = step;
        this.top = top;
    }

    /** Of an axis that ends with a round number, so that the greatest value is below it or on it. */
    static Scale upTo(long greatest) {
        long step = 1;
        while (step * MOST_STEPS < greatest) {
            step = next(step);
        }
        return new Scale(step, Math.max(1, (greatest + step - 1) / step) * step);
    }

    /** Of an axis that ends where it has to. */
    static Scale within(long end) {
        long step = 1;
        while (step * MOST_STEPS < end) {
            step = next(step);
        }
        return new Scale(step, end / step * step);
    }

    /** 1, 2, 5, 10, 20 ... */
    private static long next(long step) {
        long power = 1;
        while (power * 10 <= step) {
            power *= 10;
        }
        return step / power == 2 ? step / 2 * 5 : step * 2;
    }
}
