package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Has a real Node play the scenarios, and writes down what happened. Run by {@code integration-tests/record-node-traces} alone: it needs Node. */
class NodeRecording {
    @Test
    void record() throws IOException {
        List<String> lines = new ArrayList<>();
        String version = "";
        for (NodeScenario scenario : NodeScenario.all()) {
            try (TracedNode node = new TracedNode(scenario.options())) {
                version = node.version();
                lines.add("= " + scenario.name());
                lines.addAll(scenario.play(node));
                lines.add("");
            }
        }
        assertThat(version).startsWith("v");
        lines.add(0, "# Recorded by integration-tests/record-node-traces from Node " + version + ". Not to be edited.");
        lines.add(1, "");
        Files.write(NodeScenario.DIRECTORY.resolve("traces.txt"), lines);
    }
}
