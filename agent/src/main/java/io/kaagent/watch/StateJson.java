package io.kaagent.watch;

import io.kaagent.observe.Observer;
import io.kaagent.pool.Limits;
import io.kaagent.pool.OriginSnapshot;
import io.kaagent.pool.Snapshot;
import java.util.TreeMap;

/**
 * The state of the agent as JSON, at the moment it is asked for: what {@code status --json} prints. Keys and their order are fixed,
 * origins are sorted; no limit is null. Any thread.
 */
public final class StateJson {
    private final String version;
    private final String options;
    private final String jdk;
    private final String mode;
    private final Pooled pooled;
    private final Observer observer;

    /**
     * @param options what differs from the defaults
     * @param jdk its version
     * @param pooled null if nothing is pooled in this JVM
     */
    public StateJson(String version, String options, String jdk, Pooled pooled) {
        this(version, options, jdk, "pool", pooled, null);
    }

    private StateJson(String version, String options, String jdk, String mode, Pooled pooled, Observer observer) {
        this.version = version;
        this.options = options;
        this.jdk = jdk;
        this.mode = mode;
        this.pooled = pooled;
        this.observer = observer;
    }

    /** Of a JVM in which nothing is pooled, but what pooling would have done is observed. */
    public static StateJson ofObserving(String version, String options, String jdk, Observer observer) {
        return new StateJson(version, options, jdk, "observe", null, observer);
    }

    /** Of a JVM that the agent has left alone again. */
    public static StateJson ofNothing(String version, String options, String jdk) {
        return new StateJson(version, options, jdk, "off", null, null);
    }

    /** @param defects of the agent that were reported so far */
    public String text(int defects, long epochMillis) {
        return text(snapshot(), defects, epochMillis);
    }

    /** What the pool looks like now; null if nothing is pooled. */
    public Snapshot snapshot() {
        return pooled == null ? null : pooled.snapshot();
    }

    /** The same of a moment that others tell of as well. */
    public String text(Snapshot snapshot, int defects, long epochMillis) {
        JsonText json = new JsonText().open('{');
        json.key("agent").value(version);
        json.key("time")
                .value(Timestamp.append(new StringBuilder(24), epochMillis).toString());
        json.key("jdk").value(jdk);
        json.key("mode").value(mode);
        json.key("pooling").value(snapshot != null);
        json.key("defects").value(defects);
        json.key("options").value(options);
        if (observer != null) {
            ObservedJson.add(json.key("observed"), observer.figures());
        }
        if (snapshot != null) {
            add(json, snapshot);
        }
        return json.close('}').toString();
    }

    private static void add(JsonText json, Snapshot pool) {
        limit(json, "maxTotalSockets", pool.maxTotalSockets());
        json.key("total").open('{');
        connections(json, pool.busy(), pool.free(), pool.waiting());
        CountersJson.add(json, pool.counters());
        json.close('}').key("origins").open('[');
        TreeMap<String, OriginSnapshot> sorted = new TreeMap<String, OriginSnapshot>();
        for (OriginSnapshot origin : pool.origins()) {
            sorted.put(origin.origin().toString(), origin);
        }
        for (OriginSnapshot origin : sorted.values()) {
            json.open('{').key("origin").value(origin.origin().toString());
            limit(json, "maxSockets", origin.maxSockets());
            json.key("names").value(origin.names());
            connections(json, origin.busy(), origin.free(), origin.waiting());
            CountersJson.add(json, origin.counters());
            json.close('}');
        }
        json.close(']');
    }

    private static void connections(JsonText json, int busy, int free, int waiting) {
        json.key("busy").value(busy).key("free").value(free).key("waiting").value(waiting);
    }

    /** Where to ask for the state of the pool. */
    public interface Pooled {
        /** Null if there is none after all. */
        Snapshot snapshot();
    }

    private static void limit(JsonText json, String key, int limit) {
        json.key(key);
        if (limit == Limits.INFINITY) {
            json.value((String) null);
        } else {
            json.value(limit);
        }
    }
}
