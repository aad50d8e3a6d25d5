package io.kaagent.watch.jmx;

import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import javax.management.MBeanException;
import javax.management.MBeanOperationInfo;
import javax.management.ReflectionException;
import javax.management.openmbean.OpenMBeanOperationInfo;
import javax.management.openmbean.OpenMBeanOperationInfoSupport;
import javax.management.openmbean.OpenMBeanParameterInfo;
import javax.management.openmbean.OpenMBeanParameterInfoSupport;
import javax.management.openmbean.SimpleType;

/** What a person can do at night, to all of the pool or to one origin. Each answers with a sentence. Any thread. */
final class Operations {
    static final String SET_OPTION = "setOption";

    private static final String RESET_OPTIONS = "resetOptions";
    private static final String STOP_POOLING = "stopPooling";
    private static final String START_POOLING = "startPooling";
    private static final String CLOSE_IDLE = "closeIdleConnections";
    private static final String DUMP = "dump";

    private final Pool pool;
    private final Controls controls;
    private final Origin origin;

    /** @param origin null for all of the pool */
    Operations(Pool pool, Controls controls, Origin origin) {
        this.pool = pool;
        this.controls = controls;
        this.origin = origin;
    }

    OpenMBeanOperationInfo[] infos() {
        String where = origin == null ? "all origins that have no value of their own" : origin.toString();
        return new OpenMBeanOperationInfo[] {
            action(
                    SET_OPTION,
                    "Changes an option for " + where + " from now on, until the JVM ends",
                    parameter("option", "Such as maxSockets"),
                    parameter("value", "As in docs/options.md")),
            action(RESET_OPTIONS, "What was given at the start holds again" + (origin == null ? ", everywhere" : "")),
            action(
                    STOP_POOLING,
                    "New requests go as without the agent; free connections are closed, those in use when given back"),
            action(START_POOLING, "New requests are pooled again"),
            action(CLOSE_IDLE, "Closes the connections that are free now"),
            action(DUMP, "The state as a text")
        };
    }

    /** @throws MBeanException with an {@link IllegalArgumentException} inside if an option can't be changed like that */
    Object invoke(String operation, Object[] parameters) throws MBeanException, ReflectionException {
        if (operation.equals(SET_OPTION)) {
            return setOption(text(parameters, 0), text(parameters, 1));
        }
        if (operation.equals(RESET_OPTIONS)) {
            int undone = controls.reset(origin);
            return undone == 0 ? "nothing had been changed" : "undone: " + undone;
        }
        if (operation.equals(STOP_POOLING)) {
            controls.stop(origin);
            return pooling();
        }
        if (operation.equals(START_POOLING)) {
            controls.restart(origin);
            return pooling();
        }
        if (operation.equals(CLOSE_IDLE)) {
            return "closed: " + controls.evict(origin);
        }
        if (operation.equals(DUMP)) {
            return new Dump(controls).of(pool, origin);
        }
        throw new ReflectionException(new NoSuchMethodException(operation), "there is no operation " + operation);
    }

    private String setOption(String option, String value) throws MBeanException {
        try {
            return controls.change(origin, option, value);
        } catch (IllegalArgumentException e) {
            throw new MBeanException(e, e.getMessage());
        }
    }

    private String pooling() {
        if (controls.isPooling(origin)) {
            return "new requests are pooled";
        }
        return "new requests are not pooled"
                + (controls.defects() == 0 ? "" : "; defects of the agent: " + controls.defects());
    }

    private static String text(Object[] parameters, int index) {
        return parameters == null || index >= parameters.length || parameters[index] == null
                ? ""
                : parameters[index].toString();
    }

    private static OpenMBeanOperationInfo action(String name, String meaning, OpenMBeanParameterInfo... parameters) {
        return new OpenMBeanOperationInfoSupport(
                name, meaning, parameters, SimpleType.STRING, MBeanOperationInfo.ACTION_INFO);
    }

    private static OpenMBeanParameterInfo parameter(String name, String meaning) {
        return new OpenMBeanParameterInfoSupport(name, meaning, SimpleType.STRING);
    }
}
