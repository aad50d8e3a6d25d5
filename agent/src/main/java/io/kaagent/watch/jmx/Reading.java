package io.kaagent.watch.jmx;

import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.OpenMBeanAttributeInfoSupport;
import javax.management.openmbean.OpenType;

/** One attribute at one moment: its name, what it means, and its value. Immutable. */
final class Reading {
    final String name;
    final Object value;

    private final OpenType<?> type;
    private final String meaning;

    Reading(String name, OpenType<?> type, Object value, String meaning) {
        this.name = name;
        this.type = type;
        this.value = value;
        this.meaning = meaning;
    }

    OpenMBeanAttributeInfo info() {
        return new OpenMBeanAttributeInfoSupport(name, meaning, type, true, false, false);
    }
}
