package io.kaagent.watch.jmx;

import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import io.kaagent.watch.Log;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Which beans are registered. One thread at a time; never throws. */
final class Registration {
    private static final String DOMAIN = "io.kaagent";

    private final MBeanServer server;
    private final Pool pool;
    private final Controls controls;
    private final Map<Origin, ObjectName> origins = new HashMap<Origin, ObjectName>();
    private boolean hasPool;
    private boolean refused;

    Registration(Object server, Pool pool, Controls controls) {
        this.server = (MBeanServer) server;
        this.pool = pool;
        this.controls = controls;
    }

    /** The platform's server if somebody has asked for it already; null otherwise, and none is made. */
    static MBeanServer existingServer() {
        try {
            ObjectName runtime = new ObjectName(ManagementFactory.RUNTIME_MXBEAN_NAME);
            for (MBeanServer each : MBeanServerFactory.findMBeanServer(null)) {
                if (each.isRegistered(runtime)) {
                    return each;
                }
            }
            return null;
        } catch (Throwable e) {
            Log.warn("JMX can't be looked at; the pool is not shown there", e);
            return null;
        }
    }

    /** The beans of origins that have come since are registered, and of those that are forgotten taken away. */
    void bringUpToDate() {
        if (refused) {
            return;
        }
        try {
            if (!hasPool) {
                register(new StateBean(pool, controls, null), new ObjectName(DOMAIN + ":type=Pool"));
                hasPool = true;
            }
            List<Origin> known = pool.accounting().origins();
            removeAllBut(new HashSet<Origin>(known));
            for (Origin origin : known) {
                if (!origins.containsKey(origin)) {
                    ObjectName name = nameOf(origin);
                    register(new StateBean(pool, controls, origin), name);
                    origins.put(origin, name);
                }
            }
        } catch (JMException e) {
            refused = true; // a server of the application's own, or beans of that name: it would not get better
            Log.warn("the pool can't be shown by JMX, which ka.jmx=false does not try: " + e);
        } catch (Throwable e) {
            refused = true;
            Log.warn("the pool can't be shown by JMX, which ka.jmx=false does not try", e);
        }
    }

    private void register(StateBean bean, ObjectName name) throws JMException {
        server.registerMBean(bean, name);
    }

    private void removeAllBut(Set<Origin> known) throws JMException {
        for (Iterator<Map.Entry<Origin, ObjectName>> all = origins.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Origin, ObjectName> each = all.next();
            if (!known.contains(each.getKey())) {
                all.remove();
                try {
                    server.unregisterMBean(each.getValue());
                } catch (InstanceNotFoundException e) {
                    continue; // somebody else has taken it away
                }
            }
        }
    }

    private static ObjectName nameOf(Origin origin) throws MalformedObjectNameException {
        return new ObjectName(DOMAIN + ":type=Origin,name=" + ObjectName.quote(origin.toString()));
    }
}
