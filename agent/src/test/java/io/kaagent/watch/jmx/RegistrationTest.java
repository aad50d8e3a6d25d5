package io.kaagent.watch.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Origin;
import io.kaagent.watch.CapturedErr;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static final int MOST_ORIGINS = 1024;

    private final Beans beans = new Beans();
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final Registration registration = new Registration(server, beans.pool, beans);
    private ObjectName all;
    private ObjectName pool;

    @BeforeEach
    void names() throws Exception {
        all = new ObjectName("io.kaagent:*");
        pool = new ObjectName("io.kaagent:type=Pool");
    }

    @Test
    void thePoolIsShownBeforeAnyOriginIs() {
        registration.bringUpToDate();
        assertThat(server.queryNames(all, null)).containsExactly(pool);
    }

    @Test
    void originsAreShownByTheirNamesQuoted() throws Exception {
        beans.request(Beans.A);
        beans.request(new Origin("https", "[::1]", 8443));
        registration.bringUpToDate();
        registration.bringUpToDate();
        assertThat(server.queryNames(all, null))
                .containsExactlyInAnyOrder(
                        pool,
                        new ObjectName("io.kaagent:type=Origin,name=\"http://a:80\""),
                        new ObjectName("io.kaagent:type=Origin,name=\"https://[::1]:8443\""));
    }

    @Test
    void originsThatAreForgottenAreTakenAway() throws Exception {
        beans.request(Beans.A);
        registration.bringUpToDate();
        beans.pool.eviction().all();
        for (int i = 0; i < MOST_ORIGINS; i++) {
            beans.request(new Origin("http", "host" + i, 80));
        }
        registration.bringUpToDate();
        assertThat(server.isRegistered(new ObjectName("io.kaagent:type=Origin,name=\"http://a:80\"")))
                .isFalse();
        assertThat(server.queryNames(all, null)).hasSize(MOST_ORIGINS + 1);
    }

    @Test
    void whatSomebodyElseHasTakenAwayIsNotMissed() throws Exception {
        beans.request(Beans.A);
        registration.bringUpToDate();
        server.unregisterMBean(new ObjectName("io.kaagent:type=Origin,name=\"http://a:80\""));
        beans.pool.eviction().all();
        for (int i = 0; i < MOST_ORIGINS; i++) {
            beans.request(new Origin("http", "host" + i, 80));
        }
        registration.bringUpToDate();
        assertThat(server.queryNames(all, null)).hasSize(MOST_ORIGINS + 1);
    }

    @Test
    void aServerThatRefusesIsToldOfOnceAndLeftAlone() throws Exception {
        server.registerMBean(new StandardMBean(() -> {}, Runnable.class), pool);
        try (CapturedErr err = new CapturedErr()) {
            registration.bringUpToDate();
            beans.request(Beans.A);
            registration.bringUpToDate();
            assertThat(err.lines())
                    .singleElement()
                    .asString()
                    .contains("can't be shown by JMX")
                    .endsWith("InstanceAlreadyExistsException: io.kaagent:type=Pool");
        }
        assertThat(server.queryNames(all, null)).containsExactly(pool);
    }
}
