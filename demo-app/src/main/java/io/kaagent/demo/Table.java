package io.kaagent.demo;

/** Prints rows in columns as they come. */
final class Table {

    private static final String INDENT = "  ";

    private final String first;
    private final String others;

    /** A negative width aligns to the left. */
    Table(int firstWidth, int otherWidth) {
        first = INDENT + "%" + firstWidth + "s";
        others = "%" + otherWidth + "s";
    }

    void row(Object... cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            row.append(String.format(i == 0 ? first : others, cells[i]));
        }
        System.out.println(row);
    }

    /** A time in seconds, to one place. */
    static String seconds(long millis) {
        return millis / 1000 + "." + millis % 1000 / 100;
    }
}
