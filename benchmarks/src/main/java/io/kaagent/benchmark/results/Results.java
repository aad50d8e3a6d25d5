package io.kaagent.benchmark.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The figures of one benchmark, and how they are shown. {@link #write} leaves {@code NAME.json}, {@code NAME.md} and
 * {@code NAME-1.svg}, ...; the parts of the Markdown stand in the order in which they were asked for.
 *
 * <p>Threading: one thread.
 */
public final class Results {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final String name;
    private final String title;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<String> charts = new ArrayList<>();

    /** @param name of the files, without an ending */
    public Results(String name, String title) {
        this.name = name;
        this.title = title;
    }

    /** Such as the version and the settings of a peer; shown above the tables. */
    public Results setting(String key, String value) {
        settings.put(key, value);
        return this;
    }

    public Results add(Figure figure) {
        figures.add(figure);
        return this;
    }

    public List<Figure> figures() {
        return figures;
    }

    public Results heading(String words) {
        text.append("## ").append(words).append("\n\n");
        return this;
    }

    public Results paragraph(String words) {
        text.append(words).append("\n\n");
        return this;
    }

    /** One measure; rows by all other dimensions, a column for each value of this one. */
    public Results table(String measure, String dimension, Predicate<Figure> which) {
        return append(
                Table.byDimension(chosen(which.and(figure -> figure.measure().equals(measure))), dimension));
    }

    /** All that was measured at one place in one row. */
    public Results table(Predicate<Figure> which) {
        return append(Table.byMeasure(chosen(which)));
    }

    /** Curves of the medians of a measure over a dimension whose values are numbers; one curve for each value of the other dimension. */
    public Results chart(String measure, String sizeDimension, String curveDimension, Predicate<Figure> which) {
        List<Figure> chosen = chosen(which.and(figure -> figure.measure().equals(measure)));
        String unit = chosen.isEmpty() ? "" : chosen.get(0).unit();
        Chart chart =
                new Chart(title + ": " + measure, sizeDimension, unit.isEmpty() ? measure : measure + ", " + unit);
        for (Figure figure : chosen) {
            chart.add(figure.at(curveDimension), Double.parseDouble(figure.at(sizeDimension)), figure.median());
        }
        charts.add(chart.svg());
        text.append("![").append(measure).append(" over ").append(sizeDimension).append("](");
        text.append(name).append('-').append(charts.size()).append(".svg)\n\n");
        return this;
    }

    /** Bars of the medians of a measure, in one group for each value of the first dimension. */
    public Results bars(String measure, String groupDimension, String barDimension, Predicate<Figure> which) {
        List<Figure> chosen = chosen(which.and(figure -> figure.measure().equals(measure)));
        charts.add(new Bars(title + ": " + measure, chosen, groupDimension, barDimension).svg());
        text.append("![").append(measure).append("](").append(name).append('-').append(charts.size());
        text.append(".svg)\n\n");
        return this;
    }

    /** Where {@code benchmarks/run} wants it. */
    public void write() throws IOException {
        write(Paths.get(System.getProperty("benchmark.results", "benchmarks/target/results")));
    }

    /** Into a directory, which is made if need be. */
    public void write(Path directory) throws IOException {
        Map<String, String> about = Machine.facts();
        about.putAll(settings);
        Files.createDirectories(directory);
        write(directory.resolve(name + ".json"), json(about));
        write(directory.resolve(name + ".md"), markdown(about));
        for (int i = 0; i < charts.size(); i++) {
            write(directory.resolve(name + "-" + (i + 1) + ".svg"), charts.get(i));
        }
    }

    private String json(Map<String, String> about) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("name", name).put("title", title);
        ObjectNode facts = root.putObject("about");
        about.forEach(facts::put);
        ArrayNode all = root.putArray("figures");
        for (Figure figure : figures) {
            ObjectNode node = all.addObject();
            ObjectNode at = node.putObject("at");
            figure.at().forEach(at::put);
            node.put("measure", figure.measure()).put("unit", figure.unit()).put("samples", figure.samples());
            node.put("low", figure.low()).put("median", figure.median()).put("high", figure.high());
        }
        return JSON.writeValueAsString(root) + "\n";
    }

    private String markdown(Map<String, String> about) {
        StringBuilder page = new StringBuilder("# " + title + "\n\n");
        about.forEach((key, value) ->
                page.append("- ").append(key).append(": ").append(value).append('\n'));
        page.append("\nMedians, with quartiles where there is more than one sample. `benchmarks/run ")
                .append(name);
        page.append("` measures anew.\n\n").append(text);
        return page.toString().trim() + "\n";
    }

    private Results append(Table table) {
        text.append(table.markdown()).append('\n');
        return this;
    }

    private List<Figure> chosen(Predicate<Figure> which) {
        return figures.stream().filter(which).collect(Collectors.toList());
    }

    private static void write(Path file, String content) throws IOException {
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
