package io.kaagent.watch.report;

import io.kaagent.watch.Figures;
import java.util.ArrayList;

/**
 * Writes HTML5 that is well-formed XML as well. What it is told is text, and never becomes markup: everything is escaped. ASCII alone, so that
 * nobody can mistake its encoding. Not thread-safe.
 */
final class Markup {
    private final StringBuilder text = new StringBuilder(1 << 16);
    private final ArrayList<String> open = new ArrayList<String>();

    Markup doctype() {
        text.append("<!DOCTYPE html>\n");
        return this;
    }

    /** @param attributes name, value, name, value */
    Markup open(String tag, String... attributes) {
        start(tag, attributes).append('>');
        open.add(tag);
        return this;
    }

    Markup close() {
        text.append("</").append(open.remove(open.size() - 1)).append(">\n");
        return this;
    }

    /** An element without content that HTML knows as such, or of SVG. */
    Markup empty(String tag, String... attributes) {
        start(tag, attributes).append("/>");
        return this;
    }

    /** An element with nothing but a text in it. */
    Markup element(String tag, String content, String... attributes) {
        start(tag, attributes).append('>');
        escape(content);
        text.append("</").append(tag).append('>');
        return this;
    }

    /** In HTML nothing is escaped in there, and in XML this needs not be: ours has neither {@code <} nor {@code &}. */
    Markup style(String css) {
        text.append("<style>").append(css).append("</style>");
        return this;
    }

    Markup text(String content) {
        escape(content);
        return this;
    }

    /** For people in groups of three digits, for programs as it is. */
    Markup number(long number) {
        return element("data", Figures.count(number), "value", Long.toString(number));
    }

    /** The same with a name that programs find it by. */
    Markup number(String id, long number) {
        return element("data", Figures.count(number), "id", id, "value", Long.toString(number));
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private StringBuilder start(String tag, String... attributes) {
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            text.append('"');
        }
        return text;
    }

    private void escape(String content) {
        int c;
        for (int i = 0; i < content.length(); i += Character.charCount(c)) {
            c = content.codePointAt(i);
            if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || c >= 0x7f) {
                text.append("&#").append(isCharacter(c) ? c : 0xfffd).append(';');
            } else {
                text.append(c >= ' ' || c == '\n' ? (char) c : ' ');
            }
        }
    }

    /** Others are not allowed even in disguise: C1 controls, halves of pairs, and what Unicode calls none. */
    private static boolean isCharacter(int c) {
        return c < 0x7f
                || c > 0x9f && (c < 0xd800 || c > 0xdfff) && (c < 0xfdd0 || c > 0xfdef) && (c & 0xfffe) != 0xfffe;
    }
}
