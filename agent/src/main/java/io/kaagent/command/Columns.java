package io.kaagent.command;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells below each other, no wider than told: numbers at the right, and text at the left of both ends. */
final class Columns {
    private static final String TEXT_GAP = "  ";

    private final List<String[]> lines = new ArrayList<String[]>();
    private final int width;

    Columns(int width) {
        this.width = width;
    }

    void line(String... cells) {
        lines.add(cells);
    }

    /** What the first and the last column may take together. */
    int room() {
        int room = width - 2 * TEXT_GAP.length();
        for (int column = 1; column < last(); column++) {
            room -= widest(column) + (column > 1 ? 1 : 0);
        }
        return room;
    }

    int widest(int column) {
        int widest = 0;
        for (String[] cells : lines) {
            widest = Math.max(widest, cells[column].length());
        }
        return widest;
    }

    /** @param first width of the first column */
    void print(StringBuilder out, int first) {
        int last = room() - first;
        for (String[] cells : lines) {
            int begin = out.length();
            pad(out.append(Words.shortened(cells[0], first)), begin + first);
            for (int column = 1; column < last(); column++) {
                out.append(column == 1 ? TEXT_GAP : " ");
                pad(out, out.length() + widest(column) - cells[column].length());
                out.append(cells[column]);
            }
            out.append(TEXT_GAP).append(Words.shortened(cells[last()], last));
            trim(out);
            out.append('\n');
        }
    }

    int last() {
        return lines.get(0).length - 1;
    }

    private static void pad(StringBuilder out, int to) {
        while (out.length() < to) {
            out.append(' ');
        }
    }

    private static void trim(StringBuilder out) {
        while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }
}
