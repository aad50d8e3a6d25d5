package io.kaagent.watch.jmx;

import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import java.util.ArrayList;
import java.util.List;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.ImmutableDescriptor;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.ReflectionException;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.OpenMBeanConstructorInfo;
import javax.management.openmbean.OpenMBeanInfoSupport;

/** All of the pool, or one origin, as an MBean. What is asked for together is of one moment. Any thread. */
final class StateBean implements DynamicMBean {
    private final State state;
    private final Operations operations;
    private final MBeanInfo info;

    /** @param origin null for all of the pool */
    StateBean(Pool pool, Controls controls, Origin origin) {
        this.state = new State(pool, controls, origin);
        this.operations = new Operations(pool, controls, origin);
        this.info = new OpenMBeanInfoSupport(
                StateBean.class.getName(),
                origin == null ? "The connections of the agent's pool" : "The pooled connections to " + origin,
                infos(),
                new OpenMBeanConstructorInfo[0],
                operations.infos(),
                new MBeanNotificationInfo[0],
                new ImmutableDescriptor("mxbean=true"));
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        return info;
    }

    @Override
    public Object getAttribute(String name) throws AttributeNotFoundException {
        for (Reading reading : state.now()) {
            if (reading.name.equals(name)) {
                return reading.value;
            }
        }
        throw new AttributeNotFoundException("there is no attribute " + name);
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        List<Reading> now = state.now();
        AttributeList found = new AttributeList(names.length);
        for (String name : names) {
            for (Reading reading : now) {
                if (reading.name.equals(name)) {
                    found.add(new Attribute(name, reading.value));
                }
            }
        }
        return found;
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
        throw new AttributeNotFoundException(
                attribute.getName() + " is read-only; what can be changed is changed by " + Operations.SET_OPTION);
    }

    /** None is set; JMX wants those told that were. */
    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        return new AttributeList();
    }

    @Override
    public Object invoke(String operation, Object[] parameters, String[] signature)
            throws MBeanException, ReflectionException {
        return operations.invoke(operation, parameters);
    }

    private OpenMBeanAttributeInfo[] infos() {
        List<OpenMBeanAttributeInfo> infos = new ArrayList<OpenMBeanAttributeInfo>();
        for (Reading reading : state.now()) {
            infos.add(reading.info());
        }
        return infos.toArray(new OpenMBeanAttributeInfo[0]);
    }
}
