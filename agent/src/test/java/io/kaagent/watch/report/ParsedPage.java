package io.kaagent.watch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page as a parser of XML understands it, which is stricter than any browser. */
final class ParsedPage {
    private final Document document;
    final String source;

    ParsedPage(String source) throws Exception {
        this.source = source;
        assertThat(source).startsWith("<!DOCTYPE html>\n<html lang=\"en\">").matches("[\\n -~]*");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setExpandEntityReferences(false);
        document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(source)));
    }

    /** All of that name, in their order. */
    List<Element> elements(String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    List<String> texts(String tag) {
        return elements(tag).stream().map(Node::getTextContent).toList();
    }

    String text() {
        return document.getElementsByTagName("body").item(0).getTextContent();
    }

    /** The number that has this id, which people see as it is but for the spaces. */
    long number(String id) {
        Element data = elements("data").stream()
                .filter(each -> each.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in " + source));
        assertThat(data.getTextContent().replace(" ", "")).isEqualTo(data.getAttribute("value"));
        return Long.parseLong(data.getAttribute("value"));
    }

    /** The cells of each row of the last table. */
    List<List<String>> rows() {
        List<Element> tables = elements("table");
        NodeList rows = tables.get(tables.size() - 1).getElementsByTagName("tr");
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < rows.getLength(); i++) {
            List<String> cells = new ArrayList<>();
            for (Node cell = rows.item(i).getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                if (cell instanceof Element) {
                    NodeList inside = ((Element) cell).getElementsByTagName("span");
                    cells.add((inside.getLength() == 0 ? cell : inside.item(0)).getTextContent());
                }
            }
            all.add(cells);
        }
        return all;
    }
}
