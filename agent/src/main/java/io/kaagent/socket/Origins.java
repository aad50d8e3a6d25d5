package io.kaagent.socket;

import io.kaagent.pool.Clock;
import io.kaagent.pool.Origin;
import java.util.concurrent.ConcurrentHashMap;

/** The memory of each origin. Any thread, no lock. */
final class Origins {
    private static final int MOST_ORIGINS = 1000;

    private final ConcurrentHashMap<Origin, OriginMemory> all = new ConcurrentHashMap<Origin, OriginMemory>();
    private final Settings settings;
    private final Clock clock;

    Origins(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    OriginMemory of(Origin origin) {
        OriginMemory memory = all.get(origin);
        if (memory != null) {
            return memory;
        }
        if (all.size() >= MOST_ORIGINS) {
            all.clear(); // better forgetful than without end
        }
        OriginMemory fresh = new OriginMemory(origin, settings, clock);
        memory = all.putIfAbsent(origin, fresh);
        return memory == null ? fresh : memory;
    }
}
