package io.kaagent.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.hook.Failures;
import io.kaagent.watch.StateJson;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AgentPropertiesTest {
    @Test
    void showsTheStateBesideWhatWasShownBefore() {
        Properties before = new Properties();
        before.setProperty("sun.jvm.args", "-Xmx1g");
        AgentProperties shown = new AgentProperties(before, new StateJson("0.1.0", "", "17", null));
        assertThat(shown.stringPropertyNames()).containsExactlyInAnyOrder("sun.jvm.args", AgentProperties.STATE);
        assertThat(shown.getProperty("sun.jvm.args")).isEqualTo("-Xmx1g");
        assertThat(shown.getProperty(AgentProperties.STATE))
                .startsWith("{\"agent\":\"0.1.0\",")
                .endsWith("}");
        assertThat(shown.getProperty("unknown")).isNull();
    }

    @Test
    void aDefectIsReportedAndWhoAsksHasAnAnswerAllTheSame() {
        int before = Failures.count();
        AgentProperties shown = new AgentProperties(new Properties(), null);
        assertThat(shown.getProperty(AgentProperties.STATE)).isEmpty();
        assertThat(Failures.count()).isEqualTo(before + 1);
    }
}
