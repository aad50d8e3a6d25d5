package io.kaagent.url;

/**
 * One field of an answer to {@code Connection: close}: how the server spells it, what it says and where it stands, or that it is not
 * there. Immutable.
 */
final class LearnedField {
    private final String name;
    private final String spelled;
    private final String value;
    private final boolean first;
    private final String before;

    LearnedField(String name, Object answer) {
        int at = Fields.indexOf(answer, name);
        this.name = name;
        this.spelled = at < 0 ? null : Fields.name(answer, at);
        this.value = at < 0 ? null : Fields.value(answer, at);
        this.first = at == 1;
        this.before = at < 1 ? null : Fields.name(answer, at - 1);
    }

    /**
     * Makes this field of another answer what it was in the learned one: in the place where that answer has its own, else behind the
     * field it followed when learned, else last.
     */
    void applyTo(Object answer) {
        int at = Fields.indexOf(answer, name);
        if (at >= 0) {
            Fields.remove(answer, name);
        }
        if (spelled != null) {
            Fields.insert(answer, at >= 0 ? at : place(answer), spelled, value);
        }
    }

    private int place(Object answer) {
        if (first) {
            return 1; // behind the status line
        }
        int behind = before == null ? -1 : Fields.indexOf(answer, before);
        return behind < 0 ? Fields.count(answer) : behind + 1;
    }
}
