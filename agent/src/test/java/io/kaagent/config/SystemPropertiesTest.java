package io.kaagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SystemPropertiesTest {
    @Test
    void valuesAndKeysThatAreNoStringsBreakNothing() {
        Properties system = Given.system("ka.timeout", "7");
        system.put("ka.maxSockets", 5);
        system.put(42, "ka.maxSockets");
        system.put("other", new Object());
        Options options = Options.load(null, system);
        assertThat(options.warnings())
                .containsExactly("ka.maxSockets is ignored: its value is no String (system property)");
        assertThat(options.describe()).isEqualTo("timeout=7");
    }

    @Test
    void seesTheDefaultsBehindTheProperties() {
        Properties system = new Properties(Given.system("ka.maxSockets", "5"));
        assertThat(Options.load(null, system).describe()).isEqualTo("maxSockets=5");
    }

    @Test
    void saysNothingOfPropertiesThatAreNotOurs() {
        Options options = Given.properties("kafka.maxSockets", "x", "KA.maxSockets", "y", "maxSockets", "z", "ka", "1");
        assertThat(options.warnings()).isEmpty();
        assertThat(options.describe()).isEmpty();
    }

    @Test
    void propertiesThatCanNotBeReadGiveTheDefaults() {
        Properties broken = new Properties() {
            private static final long serialVersionUID = 1;

            @Override
            public Set<String> stringPropertyNames() {
                throw new IllegalStateException("mine");
            }
        };
        Options options = Options.load("maxSockets=5", broken);
        assertThat(options.enabled()).isTrue();
        assertThat(options.warnings())
                .containsExactly("options can't be read: java.lang.IllegalStateException: mine;"
                        + " using the default of every option");
        assertThat(Options.load(null, null).warnings()).hasSize(1);
    }
}
