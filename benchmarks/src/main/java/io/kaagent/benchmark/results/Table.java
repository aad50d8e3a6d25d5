package io.kaagent.benchmark.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A table of figures in Markdown: rows by their place, columns by one dimension or by what was measured. */
final class Table {
    private final Map<List<String>, Map<String, Figure>> rows = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final List<String> dimensions = new ArrayList<>();

    /** One column for each value of the dimension. */
    static Table byDimension(List<Figure> figures, String dimension) {
        return new Table(figures, dimension, figure -> figure.at(dimension));
    }

    /** One column for each thing that was measured. */
    static Table byMeasure(List<Figure> figures) {
        return new Table(
                figures,
                "",
                figure -> figure.unit().isEmpty() ? figure.measure() : figure.measure() + ", " + figure.unit());
    }

    private Table(List<Figure> figures, String columnDimension, Function<Figure, String> column) {
        for (Figure figure : figures) {
            for (String dimension : figure.at().keySet()) {
                if (!dimension.equals(columnDimension) && !dimensions.contains(dimension)) {
                    dimensions.add(dimension);
                }
            }
        }
        for (Figure figure : figures) {
            List<String> row = new ArrayList<>();
            for (String dimension : dimensions) {
                row.add(figure.at(dimension));
            }
            columns.add(column.apply(figure));
            rows.computeIfAbsent(row, key -> new LinkedHashMap<>()).put(column.apply(figure), figure);
        }
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        List<String> head = new ArrayList<>(dimensions);
        head.addAll(columns);
        line(text, head);
        line(text, Collections.nCopies(head.size(), "---"));
        rows.forEach((at, figures) -> {
            List<String> cells = new ArrayList<>(at);
            for (String column : columns) {
                cells.add(figures.containsKey(column) ? Numbers.text(figures.get(column)) : "");
            }
            line(text, cells);
        });
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
