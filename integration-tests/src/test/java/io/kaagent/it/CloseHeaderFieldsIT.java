package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What an application that asks to close is shown: as without the agent, though its connections are used again. */
@OnEveryJdk
class CloseHeaderFieldsIT {
    private static final int REQUESTS = 4;

    @Parameter
    Jdk jdk;

    @Test
    void allFieldsInTheirPlacesAndItsOwnFieldToo() {
        List<Outcome> plain = outcomes(AgentJvm.on(jdk), REQUESTS);
        List<Outcome> pooled = outcomes(AgentJvm.on(jdk).agent(), 2);
        assertThat(pooled).extracting(Outcome::fields).isEqualTo(fields(plain));
        assertThat(pooled).allMatch(Outcome::right);
        assertThat(plain).extracting(Outcome::fields).allMatch(fields -> fields.contains("asked close"));
    }

    private static List<String> fields(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::fields).toList();
    }

    /** Some of each shape, all with the same id. */
    private static List<Outcome> outcomes(AgentJvm jvm, int connections) {
        List<Outcome> outcomes = new ArrayList<>();
        try (ClientJvm client = jvm.client()) {
            for (ClosingShape shape : ClosingShape.values()) {
                try (Site site = shape.site()) {
                    for (int i = 0; i < REQUESTS; i++) {
                        outcomes.add(client.exchange(shape.ask(site).id("same")));
                    }
                    assertThat(site.tally().accepted()).as("%s", shape).isEqualTo(connections);
                }
            }
        }
        return outcomes;
    }
}
