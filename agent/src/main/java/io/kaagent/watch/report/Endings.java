package io.kaagent.watch.report;

import static io.kaagent.watch.Json.map;
import static io.kaagent.watch.Json.number;

import io.kaagent.watch.Ending;
import io.kaagent.watch.Figures;
import java.util.Map;

/** Why connections ended, in all. */
final class Endings implements Section {
    @Override
    public void add(Markup page, Map<?, ?> report) {
        Map<?, ?> total = map(report, "total");
        long ended = number(total, "destroyed");
        if (number(total, "created") == 0 && ended == 0) {
            return;
        }
        page.open("section").element("h2", "Why connections ended");
        if (ended == 0) {
            page.element("p", "None has ended.", "class", "empty").close();
            return;
        }
        Ended all = new Ended(map(total, "destroyedBecause"));
        page.open("p")
                .number("destroyed", ended)
                .text(ended == 1 ? " has ended." : " have ended.")
                .close();
        all.bar(page, "tall");
        page.open("ul", "class", "legend");
        for (Ending.Cause cause : Ending.Cause.values()) {
            if (all.of(cause) > 0) {
                page.open("li")
                        .element("i", "", "class", "key " + Ended.kind(cause))
                        .text(cause.words() + ": ");
                page.number(all.of(cause)).close();
            }
        }
        page.close();
        reasons(page, all, ended);
        page.close();
    }

    private static void reasons(Markup page, Ended all, long ended) {
        page.open("div", "class", "bars");
        for (Map.Entry<String, Long> reason : all.mostFirst()) {
            Ending ending = Ending.of(reason.getKey());
            page.open("div", "class", "row").open("div", "class", "what").element("b", Ending.word(reason.getKey()));
            page.element("span", ending == null ? "" : "the connection " + ending.meaning())
                    .close();
            Bar.draw(page, reason.getValue(), ended, ending == null ? "sent" : Ended.kind(ending.cause()));
            page.open("div", "class", "count").number(reason.getKey(), reason.getValue());
            page.text(", " + Figures.percent(reason.getValue(), ended)).close().close();
        }
        page.close();
    }
}
