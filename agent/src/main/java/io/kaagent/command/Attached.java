package io.kaagent.command;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Another JVM that this one is attached to. By reflection on {@code com.sun.tools.attach}, which the command is not
 * compiled against: {@link AttachApi}. One thread.
 */
final class Attached implements AutoCloseable {
    private final String pid;
    private final Object machine;

    private Attached(String pid, Object machine) {
        this.pid = pid;
        this.machine = machine;
    }

    static Attached to(String pid) throws Refusal {
        try {
            Method attach = AttachApi.virtualMachine().getMethod("attach", String.class);
            return new Attached(pid, ask(pid, attach, null, pid));
        } catch (NoSuchMethodException e) {
            throw Refusal.failed("this Java can't attach to others: " + e);
        } catch (InvocationTargetException e) {
            throw AttachTrouble.of(pid, e.getCause());
        }
    }

    /** The JVMs of this user that can be attached to. */
    static List<String> pids() throws Refusal {
        try {
            List<String> pids = new ArrayList<String>();
            Class<?> type = AttachApi.virtualMachine();
            for (Object descriptor : (List<?>) call(type.getMethod("list"), null)) {
                Class<?> descriptors =
                        Class.forName("com.sun.tools.attach.VirtualMachineDescriptor", false, type.getClassLoader());
                pids.add((String) call(descriptors.getMethod("id"), descriptor));
            }
            return pids;
        } catch (ReflectiveOperationException e) {
            throw Refusal.failed("this Java can't tell which others run: " + e);
        }
    }

    /** What the JVM says of itself, and the agent if it is there. */
    Properties agentProperties() throws Refusal {
        return (Properties) call("getAgentProperties");
    }

    Properties systemProperties() throws Refusal {
        return (Properties) call("getSystemProperties");
    }

    /**
     * Loads an agent. Whether that was done only the agent can tell: JDK 8 and later ones take each other's word of success for an error.
     *
     * @return what was said against it; null if nothing was
     */
    Throwable load(File agent, String argument) throws Refusal {
        try {
            Method load = AttachApi.virtualMachine().getMethod("loadAgent", String.class, String.class);
            ask(pid, load, machine, agent.getPath(), argument);
            return null;
        } catch (NoSuchMethodException e) {
            throw Refusal.failed("this Java can't load agents into others: " + e);
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    @Override
    public void close() throws Refusal {
        call("detach");
    }

    private Object call(String method) throws Refusal {
        try {
            return ask(pid, AttachApi.virtualMachine().getMethod(method), machine);
        } catch (NoSuchMethodException e) {
            throw Refusal.failed("this Java can't ask others: " + e);
        } catch (InvocationTargetException e) {
            throw AttachTrouble.of(pid, e.getCause());
        }
    }

    private static Object ask(String pid, Method method, Object owner, Object... arguments)
            throws InvocationTargetException {
        Patience patience = new Patience(pid);
        try {
            return call(method, owner, arguments);
        } finally {
            patience.answered();
        }
    }

    private static Object call(Method method, Object owner, Object... arguments) throws InvocationTargetException {
        try {
            return method.invoke(owner, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }
}
