package io.kaagent.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.hook.Failures;
import io.kaagent.pool.Name;
import io.kaagent.pool.NoLimits;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import io.kaagent.watch.StateJson;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AgentPropertiesTest {
    @Test
    void showsTheStateBesideWhatWasShownBefore() {
        Properties before = new Properties();
        before.setProperty("sun.jvm.args", "-Xmx1g");
        AgentProperties shown = new AgentProperties(before, new StateJson("0.1.0", "", "17", null));
        assertThat(shown.stringPropertyNames())
                .containsExactlyInAnyOrder("sun.jvm.args", AgentProperties.STATE, AgentProperties.REPORT);
        assertThat(shown.getProperty("sun.jvm.args")).isEqualTo("-Xmx1g");
        assertThat(shown.getProperty(AgentProperties.STATE))
                .startsWith("{\"agent\":\"0.1.0\",")
                .endsWith("}");
        assertThat(shown.getProperty(AgentProperties.REPORT)).isEqualTo("{}");
        assertThat(shown.getProperty("unknown")).isNull();
    }

    @Test
    void stateAndReportAreOfTheSameMoment() throws Exception {
        Pool pool = new Pool(new NoLimits(), System::nanoTime);
        AgentProperties shown = new AgentProperties(new Properties(), new StateJson("0.1.0", "", "17", pool::snapshot));
        assertThat(shown.getProperty(AgentProperties.REPORT)).doesNotContain("history");
        pool.take(new Name(new Origin("http", "a", 80), null), false, 0);
        assertThat(shown.getProperty(AgentProperties.STATE)).contains("\"total\":{\"busy\":0,");
        assertThat(shown.getProperty(AgentProperties.STATE)).contains("\"total\":{\"busy\":1,");
        assertThat(shown.getProperty(AgentProperties.STATE)).contains("\"total\":{\"busy\":1,");
        assertThat(shown.getProperty(AgentProperties.REPORT)).contains("\"busy\":[1]");
    }

    @Test
    void aDefectIsReportedAndWhoAsksHasAnAnswerAllTheSame() {
        int before = Failures.count();
        AgentProperties shown = new AgentProperties(new Properties(), null);
        assertThat(shown.getProperty(AgentProperties.STATE)).isEmpty();
        assertThat(Failures.count()).isEqualTo(before + 1);
    }
}
