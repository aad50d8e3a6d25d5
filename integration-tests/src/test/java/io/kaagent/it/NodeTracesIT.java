package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    private static final int AT_ONCE = 3;

    @Parameter
    Jdk jdk;

    /** Some applications at the same time, because most of it is waiting. */
    @Test
    void doesAsNodeDoes() throws Exception {
        ExecutorService applications = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<Map<String, List<String>>>> played = new ArrayList<>();
        scenarios()
                .collect(Collectors.groupingBy(NodeScenario::options))
                .forEach((options, scenarios) -> played.add(applications.submit(() -> play(options, scenarios))));
        applications.shutdown();
        SoftAssertions same = new SoftAssertions();
        for (Future<Map<String, List<String>>> some : played) {
            some.get()
                    .forEach((name, trace) ->
                            same.assertThat(trace).as(name).isEqualTo(DEVIATIONS.getOrDefault(name, NODE.get(name))));
        }
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

    private Map<String, List<String>> play(String options, List<NodeScenario> scenarios) throws Exception {
        Map<String, List<String>> traces = new LinkedHashMap<>();
        try (TracedAgent agent = new TracedAgent(jdk, options)) {
            for (NodeScenario scenario : scenarios) {
                traces.put(scenario.name(), scenario.play(agent));
            }
        }
        return traces;
    }

    private static Stream<NodeScenario> scenarios() {
        return NodeScenario.all().stream();
    }
}
