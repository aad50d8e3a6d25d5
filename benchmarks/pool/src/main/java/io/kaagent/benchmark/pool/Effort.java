package io.kaagent.benchmark.pool;

/** How long a cell is measured. */
record Effort(int warmUps, int warmUpMillis, int iterations, int iterationMillis) {
    static final Effort USUAL = new Effort(3, 300, 5, 200);

    /** To see whether it runs. */
    static final Effort QUICK = new Effort(2, 100, 3, 50);

    @Override
    public String toString() {
        return String.format(
                "a JVM for each cell of each peer; %d x %d ms warm-up, %d x %d ms measured",
                warmUps, warmUpMillis, iterations, iterationMillis);
    }
}
