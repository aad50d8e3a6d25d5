package io.kaagent.watch.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaagent.pool.Origin;
import io.kaagent.pool.Reason;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.ReflectionException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;

class StateBeanTest {
    private final Beans beans = new Beans();
    private final StateBean pool = new StateBean(beans.pool, beans, null);

    @Test
    void everyAttributeIsReadAndIsOfItsType() throws Exception {
        beans.request(Beans.A);
        for (StateBean bean : new StateBean[] {pool, new StateBean(beans.pool, beans, Beans.A)}) {
            for (MBeanAttributeInfo info : bean.getMBeanInfo().getAttributes()) {
                Object value = bean.getAttribute(info.getName());
                assertThat(((OpenMBeanAttributeInfo) info).getOpenType().isValue(value))
                        .as(info.getName())
                        .isTrue();
                assertThat(info.getDescription()).isNotBlank();
                assertThat(info.isWritable()).isFalse();
            }
        }
    }

    @Test
    void whatIsAskedForTogetherComesTogetherAndWhatThereIsNotIsLeftOut() throws Exception {
        beans.request(Beans.A);
        beans.request(Beans.A);
        assertThat(pool.getAttributes(new String[] {"Requests", "Nonsense", "ConnectionsOpened"})
                        .asList())
                .containsExactly(new Attribute("Requests", 2L), new Attribute("ConnectionsOpened", 1L));
    }

    @Test
    void connectionsAreCountedByWhyTheyEnded() throws Exception {
        beans.request(Beans.A);
        beans.lastRequest(Beans.A);
        assertThat(pool.invoke("closeIdleConnections", null, null)).isEqualTo("closed: 1");
        Map<String, Object> reasons = new TreeMap<>();
        for (Object row : ((TabularData) pool.getAttribute("ConnectionsClosedByReason")).values()) {
            reasons.put((String) ((CompositeData) row).get("key"), ((CompositeData) row).get("value"));
        }
        assertThat(reasons)
                .hasSize(Reason.values().length - 1)
                .containsEntry("evicted", 1L)
                .containsEntry("not_reusable", 1L)
                .containsEntry("idle_limit", 0L);
        assertThat(pool.getAttribute("RequestsPerConnectionSum")).isEqualTo(2L);
    }

    @Test
    void anOriginThatIsForgottenHasNothingToShow() {
        StateBean unknown = new StateBean(beans.pool, beans, new Origin("http", "unknown", 80));
        assertThat(unknown.getAttributes(new String[] {"Requests"})).isEmpty();
        assertThatThrownBy(() -> unknown.getAttribute("Requests")).isInstanceOf(AttributeNotFoundException.class);
    }

    @Test
    void nothingIsSetButByItsOperation() {
        assertThatThrownBy(() -> pool.setAttribute(new Attribute("MaxSockets", 5)))
                .isInstanceOf(AttributeNotFoundException.class)
                .hasMessageContaining("setOption");
        assertThat(pool.setAttributes(pool.getAttributes(new String[] {"MaxSockets"})))
                .isEmpty();
    }

    @Test
    void everyOperationThatIsShownIsThereAndAnswers() throws Exception {
        MBeanInfo info = pool.getMBeanInfo();
        assertThat(Stream.of(info.getOperations()).map(MBeanOperationInfo::getName))
                .containsExactly(
                        "setOption", "resetOptions", "stopPooling", "startPooling", "closeIdleConnections", "dump");
        assertThat(pool.invoke("setOption", new Object[] {"maxSockets", "5"}, null))
                .isEqualTo("maxSockets=5 for null");
        assertThat(pool.invoke("resetOptions", null, null)).isEqualTo("undone: 2");
        assertThat(pool.invoke("stopPooling", null, null)).isEqualTo("new requests are not pooled");
        assertThat(pool.getAttribute("Pooling")).isEqualTo(false);
        assertThat(pool.invoke("startPooling", null, null)).isEqualTo("new requests are pooled");
        assertThatThrownBy(() -> pool.invoke("close", null, null)).isInstanceOf(ReflectionException.class);
    }

    @Test
    void aRefusalSaysWhy() {
        assertThatThrownBy(() -> pool.invoke("setOption", new Object[] {"maxSockets"}, null))
                .isInstanceOf(MBeanException.class)
                .hasMessage("no value")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theStateIsATextAsWell() throws Exception {
        beans.request(Beans.A);
        beans.request(new Origin("https", "b", 443));
        assertThat((String) pool.invoke("dump", null, null))
                .startsWith("ka-agent 1.2.3, pooling, defects of the agent: 0\n    now: 0 busy, 2 free, 0 waiting\n")
                .contains("\n    requests: 2, resent 0\n", "\nhttp://a:80\n", "\nhttps://b:443\n")
                .contains("options: maxSockets=9, maxFreeSockets=256, maxPending=Infinity, timeout=4000, ")
                .contains("scheduling=fifo, keepAlive=true, maxTotalSockets=Infinity");
        StateBean a = new StateBean(beans.pool, beans, Beans.A);
        assertThat((String) a.invoke("dump", null, null))
                .startsWith("http://a:80\n")
                .doesNotContain("https://b:443");
    }
}
