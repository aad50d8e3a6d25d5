package io.kaagent.pool;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Limits of the fuzzer, tight and sometimes changing. The model reads what holds now from here. */
final class FuzzLimits implements LimitsSource {
    private final Map<Origin, Limits> current = new HashMap<>();
    private final Random random;
    private final boolean keepAlive;
    private final boolean roomy;
    private int maxTotal;

    FuzzLimits(Random random) {
        this.random = random;
        this.keepAlive = random.nextInt(5) != 0;
        this.roomy = random.nextInt(4) == 0;
        drawTotal();
    }

    @Override
    public Limits of(Origin origin) {
        return current.computeIfAbsent(origin, o -> draw());
    }

    @Override
    public int maxTotalSockets() {
        return maxTotal;
    }

    void change() {
        if (random.nextBoolean()) {
            drawTotal();
        }
        current.replaceAll((origin, limits) -> random.nextBoolean() ? draw() : limits);
    }

    private void drawTotal() {
        maxTotal = random.nextInt(4) == 0 ? Limits.INFINITY : 1 + random.nextInt(roomy ? 12 : 5);
    }

    private Limits draw() {
        return Limits.builder()
                .keepAlive(keepAlive || random.nextInt(3) == 0)
                .maxSockets(random.nextInt(5) == 0 ? Limits.INFINITY : 1 + random.nextInt(roomy ? 6 : 3))
                .maxFreeSockets(random.nextInt(4) == 0 ? random.nextInt(3) : 256)
                .scheduling(random.nextBoolean() ? Scheduling.LIFO : Scheduling.FIFO)
                .idleMillis(random.nextInt(6) == 0 ? 0 : 200 + random.nextInt(4000))
                .maxAgeMillis(random.nextInt(3) == 0 ? 0 : 1000 + random.nextInt(60_000))
                .maxPending(random.nextInt(4) == 0 ? random.nextInt(6) : Limits.INFINITY)
                .build();
    }
}
