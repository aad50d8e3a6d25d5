package io.kaagent.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What may look at a client while it works: a recording of Java Flight Recorder, and who reads all of the agent's JMX beans each second. */
final class Onlookers {
    private Onlookers() {}

    /** Nobody, unless {@code benchmark.recorded} or {@code benchmark.watched} is true. */
    static void begin() {
        if (Boolean.getBoolean("benchmark.recorded")) {
            record();
        }
        if (Boolean.getBoolean("benchmark.watched")) {
            Thread reader = new Thread(Onlookers::read, "reader");
            reader.setDaemon(true);
            reader.start();
        }
    }

    /** By reflection: what is compiled here runs where there is no JFR, too. */
    private static void record() {
        try {
            Class<?> configurations = Class.forName("jdk.jfr.Configuration");
            Object standard =
                    configurations.getMethod("getConfiguration", String.class).invoke(null, "default");
            Class<?> recordings = Class.forName("jdk.jfr.Recording");
            Object recording = recordings.getConstructor(configurations).newInstance(standard);
            recordings.getMethod("start").invoke(recording);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void read() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName all = new ObjectName("io.kaagent:*");
            while (true) {
                Set<ObjectName> beans = server.queryNames(all, null);
                for (ObjectName bean : beans) {
                    read(server, bean);
                }
                Thread.sleep(1000);
            }
        } catch (JMException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void read(MBeanServer server, ObjectName bean) throws JMException {
        MBeanAttributeInfo[] attributes = server.getMBeanInfo(bean).getAttributes();
        String[] names = new String[attributes.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = attributes[i].getName();
        }
        if (server.getAttributes(bean, names).size() != names.length) {
            throw new IllegalStateException(bean + " does not tell all of its attributes");
        }
    }
}
