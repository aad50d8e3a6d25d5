package io.kaagent.watch.jmx;

import io.kaagent.pool.Counters;
import io.kaagent.pool.Reason;
import java.util.Locale;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/** How many connections ended for which reason: the table that JMX makes of a {@code Map<String, Long>}. */
final class Reasons {
    private static final String[] COLUMNS = {"key", "value"};
    private static final CompositeType ROW;
    private static final TabularType TABLE;

    static {
        try {
            String name = "java.util.Map<java.lang.String, java.lang.Long>";
            ROW = new CompositeType(name, "a reason", COLUMNS, new String[] {"why", "how many"}, new OpenType<?>[] {
                SimpleType.STRING, SimpleType.LONG
            });
            TABLE = new TabularType(name, "by reason", ROW, new String[] {COLUMNS[0]});
        } catch (OpenDataException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Reasons() {}

    static TabularData table(Counters counted) {
        TabularData table = new TabularDataSupport(TABLE);
        for (Reason reason : Reason.values()) {
            if (reason != Reason.CONNECT_FAILED) { // those never were connections
                table.put(row(nameOf(reason), counted.destroyed(reason)));
            }
        }
        return table;
    }

    /** {@code idle_limit}. */
    static String nameOf(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private static CompositeDataSupport row(String reason, long count) {
        try {
            return new CompositeDataSupport(ROW, COLUMNS, new Object[] {reason, count});
        } catch (OpenDataException e) {
            throw new IllegalStateException(e);
        }
    }
}
