package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Node's own word for the rules marked [N]: in each scenario the same requests go over the same connections, and these are closed at the
 * same steps, as a real Node had it. Where a rule marked [+] wants something else, {@code deviations.txt} says which and what.
 */
@OnEveryJdkAtOnce
class NodeTracesIT {
    private static final Map<String, List<String>> NODE = NodeScenario.read("traces.txt");
    private static final Map<String, List<String>> DEVIATIONS = NodeScenario.read("deviations.txt");

    @Parameter
    Jdk jdk;

    @Test
    void doesAsNodeDoes() {
        Map<String, List<NodeScenario>> byOptions = scenarios().collect(Collectors.groupingBy(NodeScenario::options));
        SoftAssertions same = new SoftAssertions();
        byOptions.forEach((options, scenarios) -> {
            try (TracedAgent agent = new TracedAgent(jdk, options)) {
                for (NodeScenario scenario : scenarios) {
                    List<String> expected = DEVIATIONS.getOrDefault(scenario.name(), NODE.get(scenario.name()));
                    same.assertThat(scenario.play(agent)).as(scenario.name()).isEqualTo(expected);
                }
            }
        });
        same.assertAll();
    }

    @Test
    void everyScenarioWasRecorded() {
        assertThat(NODE).hasSizeGreaterThanOrEqualTo(40);
        assertThat(NODE.keySet())
                .containsExactlyElementsOf(scenarios().map(NodeScenario::name).toList());
    }

    @Test
    void deviationsAreDeviations() {
        assertThat(DEVIATIONS)
                .allSatisfy(
                        (name, trace) -> assertThat(NODE.get(name)).isNotNull().isNotEqualTo(trace));
    }

    private static Stream<NodeScenario> scenarios() {
        return NodeScenario.all().stream();
    }
}
