package io.kaagent.benchmark.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    private final Results results = new Results("pool", "Take & give back");

    @TempDir
    Path directory;

    @Test
    void aTableHasOneRowForEachPlaceAndAColumnForEachValueOfADimension() throws IOException {
        add("ours", 1, 100);
        add("peer", 1, 250);
        add("ours", 64, 0.5, 1, 1.5);
        results.table("time", "pool", figure -> true).write(directory);
        assertThat(text("pool.md"))
                .contains("| threads | ours | peer |\n| --- | --- | --- |\n")
                .contains("| 1 | 100 | 250 |\n| 64 | 1.00 (0.750-1.25) |  |\n");
    }

    @Test
    void aTableOfAllThatWasMeasuredNamesTheUnits() throws IOException {
        results.add(Figure.of(at("ours", 1), "time", "ns", 12345)).add(Figure.of(at("ours", 1), "ratio", "", 2));
        results.table(figure -> true).write(directory);
        assertThat(text("pool.md"))
                .contains("| pool | threads | time, ns | ratio |\n")
                .contains("| ours | 1 | 12 345 | 2.00 |");
    }

    @Test
    void everyFigureIsInTheJson() throws IOException {
        add("ours", 4, 3, 1, 2);
        results.setting("peer", "as it comes").write(directory);
        JsonNode json = new ObjectMapper().readTree(text("pool.json"));
        assertThat(json.at("/about/peer").asText()).isEqualTo("as it comes");
        JsonNode figure = json.at("/figures/0");
        assertThat(figure.at("/at/threads").asText()).isEqualTo("4");
        assertThat(Arrays.asList(
                        figure.at("/low").asDouble(), figure.at("/median").asDouble()))
                .containsExactly(1.5, 2.0);
    }

    @Test
    void aCurveNamesItsSlope() throws Exception {
        add("ours", 1, 10);
        add("ours", 10, 100);
        add("ours", 100, 1000);
        results.chart("time", "threads", "pool", figure -> true).write(directory);
        assertThat(text("pool-1.svg")).contains("ours (slope 1.00)");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(directory.resolve("pool-1.svg").toFile());
        assertThat(text("pool.md")).contains("](pool-1.svg)");
    }

    @Test
    void aBarStandsForEachFigure() throws Exception {
        add("ours", 1, 10, 20, 30);
        add("peer & co", 1, 40);
        results.bars("time", "threads", "pool", figure -> true).write(directory);
        assertThat(text("pool-1.svg")).contains("threads 1", "peer &amp; co", "20.0 ns", "40.0 ns");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(directory.resolve("pool-1.svg").toFile());
        assertThat(text("pool.md")).contains("![time](pool-1.svg)");
    }

    @Test
    void theSlopeIsTheExponentOfThePower() {
        assertThat(Slope.of(Arrays.asList(new double[] {2, 4}, new double[] {3, 9}, new double[] {10, 100})))
                .isCloseTo(2, within(1e-9));
        assertThat(Slope.of(Arrays.asList(new double[] {2, 4}, new double[] {2, 5})))
                .isNaN();
    }

    @Test
    void whatWasNotMeasuredIsNoFigure() {
        assertThatThrownBy(() -> Figure.of(at("ours", 1), "time", "ns")).hasMessageContaining("time of {pool=ours");
    }

    private void add(String pool, int threads, double... samples) {
        results.add(Figure.of(at(pool, threads), "time", "ns", samples));
    }

    private static Map<String, String> at(String pool, int threads) {
        Map<String, String> at = new LinkedHashMap<>();
        at.put("pool", pool);
        at.put("threads", String.valueOf(threads));
        return at;
    }

    private String text(String file) throws IOException {
        return new String(Files.readAllBytes(directory.resolve(file)), StandardCharsets.UTF_8);
    }
}
