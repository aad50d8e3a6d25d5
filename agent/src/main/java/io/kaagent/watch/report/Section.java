package io.kaagent.watch.report;

import java.util.Map;

/** A part of the page. */
interface Section {
    /** @param report what {@code StateJson} and {@code ReportJson} told; a section about something that is missing there adds nothing */
    void add(Markup page, Map<?, ?> report);
}
