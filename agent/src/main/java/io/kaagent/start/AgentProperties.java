package io.kaagent.start;

import io.kaagent.hook.Failures;
import io.kaagent.jdk.Members;
import io.kaagent.pool.Snapshot;
import io.kaagent.watch.ReportJson;
import io.kaagent.watch.StateJson;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Properties;

/**
 * The properties that the JVM shows to who attaches to it ({@code VirtualMachine.getAgentProperties()}), with the state of the agent
 * among them, as it is when they are asked for. Asking loads nothing into the application, prints nothing there, and needs no
 * permission to load agents; loading an agent to ask would leave something behind each time (docs/adr/0024).
 *
 * <p>Asked by the JVM, on the thread of the attach listener.
 */
final class AgentProperties extends Properties {
    static final String STATE = "io.kaagent.state";
    static final String REPORT = "io.kaagent.report";

    private static final long serialVersionUID = 1;

    private final transient StateJson state;

    /** Who asks is handed all properties, one by one: these two are of one moment, which the first of them leaves to the other. */
    private transient Snapshot moment;

    private transient String leftTo;

    AgentProperties(Properties shown, StateJson state) {
        putAll(shown);
        put(STATE, ""); // their names are listed; their values are made below
        put(REPORT, "");
        this.state = state;
    }

    /** A JVM that keeps no such properties, or elsewhere, can't be asked; the rest of the agent doesn't need them. */
    static void show(StateJson state) {
        try {
            if (!show("jdk.internal.vm.VMSupport", state)) {
                show("sun.misc.VMSupport", state); // JDK 8
            }
        } catch (Throwable e) {
            Failures.report("AgentProperties.show", e);
        }
    }

    private static boolean show(String support, StateJson state) {
        Field field = Members.field(support, "agentProps");
        Method shown = Members.method(support, "getAgentProperties");
        if (field == null || shown == null || field.getType() != Properties.class) {
            return false;
        }
        synchronized (field.getDeclaringClass()) { // the lock of getAgentProperties, which makes them when first asked
            Members.set(field, null, new AgentProperties((Properties) Members.call(shown, null), state));
        }
        return true;
    }

    @Override
    public String getProperty(String key) {
        if (!STATE.equals(key) && !REPORT.equals(key)) {
            return super.getProperty(key);
        }
        try {
            Snapshot snapshot = moment(key);
            return STATE.equals(key)
                    ? state.text(snapshot, Failures.count(), System.currentTimeMillis())
                    : ReportJson.text(snapshot);
        } catch (Throwable e) {
            Failures.report("AgentProperties.getProperty", e);
            return "";
        }
    }

    private synchronized Snapshot moment(String key) {
        boolean isLeft = key.equals(leftTo);
        Snapshot snapshot = isLeft ? moment : state.snapshot();
        leftTo = isLeft ? null : STATE.equals(key) ? REPORT : STATE;
        moment = isLeft ? null : snapshot;
        return snapshot;
    }
}
