package io.kaagent.it;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.MBeanException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Looks at an application as jconsole does: attaches to it, has it start its local JMX agent, and connects. */
final class JmxClient implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection server;

    private JmxClient(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.server = connector.getMBeanServerConnection();
    }

    static JmxClient of(ClientJvm client) {
        client.tell("threads"); // a JVM that is still starting ends, or fails, when something is attached to it
        try {
            VirtualMachine machine =
                    VirtualMachine.attach(String.valueOf(client.jvm().pid()));
            try {
                String address = machine.startLocalManagementAgent();
                return new JmxClient(JMXConnectorFactory.connect(new JMXServiceURL(address)));
            } finally {
                machine.detach();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    static ObjectName pool() {
        return named("io.kaagent:type=Pool");
    }

    static ObjectName origin(Site site) {
        return named("io.kaagent:type=Origin,name=" + ObjectName.quote(site.origin()));
    }

    private static ObjectName named(String name) {
        try {
            return new ObjectName(name);
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }

    boolean has(ObjectName bean) {
        try {
            return server.isRegistered(bean);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void await(ObjectName bean) {
        Await.until(() -> has(bean), () -> bean + " is not registered");
    }

    Object get(ObjectName bean, String attribute) {
        try {
            return server.getAttribute(bean, attribute);
        } catch (JMException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count(ObjectName bean, String attribute) {
        return (Long) get(bean, attribute);
    }

    /** How many connections ended for this reason. */
    long closed(ObjectName bean, String reason) {
        TabularData table = (TabularData) get(bean, "ConnectionsClosedByReason");
        CompositeData row = table.get(new Object[] {reason});
        return (Long) row.get("value");
    }

    /** What the operation answers. */
    String invoke(ObjectName bean, String operation, String... parameters) {
        try {
            return call(bean, operation, parameters);
        } catch (MBeanException e) {
            throw new AssertionError(e);
        }
    }

    /** What the operation says that refuses to do it. */
    String refusal(ObjectName bean, String operation, String... parameters) {
        try {
            throw new AssertionError("not refused: " + call(bean, operation, parameters));
        } catch (MBeanException e) {
            return e.getMessage();
        }
    }

    private String call(ObjectName bean, String operation, String... parameters) throws MBeanException {
        String[] signature = new String[parameters.length];
        Arrays.fill(signature, String.class.getName());
        try {
            return (String) server.invoke(bean, operation, parameters, signature);
        } catch (MBeanException e) {
            throw e;
        } catch (JMException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
