package io.kaagent.watch.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Clock;
import io.kaagent.pool.Connection;
import io.kaagent.pool.FakeResource;
import io.kaagent.pool.Hint;
import io.kaagent.pool.Name;
import io.kaagent.pool.NoLimits;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Reason;
import io.kaagent.pool.Snapshot;
import io.kaagent.watch.ReportJson;
import io.kaagent.watch.StateJson;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PageTest {
    private static final long MILLI = 1_000_000;
    private static final String EVIL = "</title><script>alert(1)</script>\"'&<b onclick=x>";

    private long now;
    private final Pool pool = new Pool(new NoLimits(), new TestClock());

    @Test
    void saysThatNothingIsPooled() throws Exception {
        ParsedPage page = page("", null);
        assertThat(page.texts("h1")).containsExactly("Main");
        assertThat(page.texts("h2")).isEmpty();
        assertThat(page.text())
                .contains("Nothing is pooled in this JVM", "Options: all at their defaults", "PID 4711, JDK 17");
    }

    @Test
    void saysThatNoConnectionCameBy() throws Exception {
        ParsedPage page = page("", pool);
        assertThat(page.text()).contains("No connection went through the pool");
        assertThat(page.number("requests")).isZero();
        assertThat(page.elements("svg")).isEmpty();
    }

    @Test
    void showsTheNumbersOfTheState() throws Exception {
        mixedLoad();
        ParsedPage page = page("", pool);
        assertThat(page.number("requests")).isEqualTo(1204);
        assertThat(page.number("created")).isEqualTo(4);
        assertThat(page.number("open")).isEqualTo(2);
        assertThat(page.number("busy")).isEqualTo(1);
        assertThat(page.number("free")).isEqualTo(1);
        assertThat(page.number("saved")).isEqualTo(1200);
        assertThat(page.number("destroyed")).isEqualTo(2);
        assertThat(page.number("closedByOwner")).isEqualTo(1);
        assertThat(page.number("notReusable")).isEqualTo(1);
        assertThat(page.text()).contains("1 204", "99.6 %", "to 3 origins", "1 dropped without close");
    }

    @Test
    void showsEachOriginTheBusiestFirstAndRowsAddUp() throws Exception {
        mixedLoad();
        List<List<String>> rows = page("", pool).rows();
        assertThat(rows).extracting(row -> row.get(0)).containsExactly("origin", "a:8080", "https://s", "b", "total");
        assertThat(rows.get(1))
                .startsWith("a:8080", "1 200", "2", "99.8", "0", "1", "0", "Infinity", "0", "0", "3.0 / 3.0");
        assertThat(rows.get(1).get(11)).isEqualTo("1: 1 closed");
        assertThat(rows.get(4)).startsWith("total", "1 204", "4", "99.6", "1", "1", "0", "-");
        assertThat(rows.get(4).get(11)).isEqualTo("2: 1 closed, 1 unusable");
    }

    @Test
    void pictureAndNumbersTellTheSame() throws Exception {
        mixedLoad();
        ParsedPage page = page("", pool);
        List<Element> paths = page.elements("path").stream()
                .filter(path -> !path.getAttribute("class").equals("grid"))
                .toList();
        assertThat(paths)
                .extracting(path -> path.getAttribute("class") + " " + path.getAttribute("d"))
                .containsExactly(
                        "open M0 1000V0H1V667H2V333H3V1000Z",
                        "busy M0 1000V0H1V1000H2V667H3V1000Z",
                        "sent M0 1000V199H1V1000H2V984H3V1000Z",
                        "made M0 1000V984H1V1000H2V984H3V1000Z");
        assertThat(page.texts("tr").subList(0, 4))
                .containsExactly(
                        "from, secondsopenin usewaitingrequestsopenedended", "03301 20132", "1100000", "2210310");
        assertThat(page.text()).contains("in use: at most 3", "in use or free: at most 3", "requests: 1 204 in all");
    }

    @Test
    void thousandOriginsAreFiftyAndTheRest() throws Exception {
        for (int i = 0; i < 1000; i++) {
            Connection c = open("http", "h" + i, 80);
            asks(c, i);
            give(c);
        }
        ParsedPage page = page("", pool);
        List<List<String>> rows = page.rows();
        assertThat(rows).hasSize(1 + 50 + 1 + 1);
        assertThat(rows.get(1)).startsWith("h999", "999", "1");
        assertThat(rows.get(51)).startsWith("950 other origins", shown(950 * 949 / 2), "950", "", "0", "950");
        assertThat(rows.get(52)).startsWith("total", shown(1000 * 999 / 2), "1 000");
        assertThat(page.source.length()).isLessThan(120_000);
    }

    @Test
    void whatComesFromOutsideNeverBecomesMarkup() throws Exception {
        give(open("http", EVIL, 80));
        String state = new StateJson("0.1.0", "report=" + EVIL, EVIL, pool::snapshot).text(0, 0);
        ParsedPage page = new ParsedPage(Page.of(state, ReportJson.text(pool.snapshot()), EVIL, EVIL));
        assertThat(page.elements("script")).isEmpty();
        assertThat(page.elements("b")).isEmpty();
        assertThat(page.texts("h1")).containsExactly(EVIL);
        assertThat(page.texts("code")).containsExactly("report=" + EVIL);
        assertThat(page.rows().get(1).get(0)).isEqualTo(EVIL);
    }

    @Test
    void anyCharacterIsShownOrReplaced() throws Exception {
        String main = "\u0000\u001b[2J\u0085\u00e4\ud83d\ude00\ud800\uffff";
        ParsedPage page = new ParsedPage(Page.of(new StateJson("1", "", "17", null).text(0, 0), "{}", main, ""));
        assertThat(page.texts("h1")).containsExactly("  [2J\ufffd\u00e4\ud83d\ude00\ufffd\ufffd");
    }

    @Test
    void needsNothingFromElsewhereAndRunsNothing() throws Exception {
        mixedLoad();
        ParsedPage page = page("", pool);
        for (Element element : page.elements("*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
            }
        }
        assertThat(page.source.toLowerCase(Locale.ROOT))
                .doesNotContain("http:", "https://www", "src=", "href", "@import", "url(", "<script", "javascript")
                .contains(
                        "prefers-color-scheme:dark", "width=device-width", "default-src 'none'".replace("'", "&#39;"));
    }

    @Test
    void everyPictureHasAName() throws Exception {
        mixedLoad();
        for (Element svg : page("", pool).elements("svg")) {
            assertThat(svg.getAttribute("aria-hidden").equals("true")
                            || svg.getAttribute("role").equals("img")
                                    && !svg.getAttribute("aria-label").isEmpty())
                    .isTrue();
        }
    }

    @Test
    void understandsAnAgentThatTellsLess() throws Exception {
        mixedLoad();
        String state = new StateJson("0.0.1", "", "8", pool::snapshot).text(0, 0);
        ParsedPage page = new ParsedPage(Page.of(state, "{}", "Main", "1"));
        assertThat(page.number("created")).isEqualTo(4);
        assertThat(page.texts("h2")).doesNotContain("Over time");
    }

    /** Three origins, four connections, 1 204 requests. */
    private void mixedLoad() throws Exception {
        Connection a = open("http", "a", 8080);
        pool.accounting().look();
        Connection other = open("http", "a", 8080);
        Connection b = open("http", "b", 80);
        asks(a, 1199);
        asks(other, 1);
        asks(b, 1);
        give(a);
        pool.accounting().leaked(other);
        pool.gone(other, Reason.CLOSED_BY_OWNER);
        pool.give(b, false, Hint.NONE);
        now += 600 * MILLI;
        pool.accounting().look();
        now += 2000 * MILLI;
        asks(open("https", "s", 443), 3);
        pool.accounting().look();
    }

    private Connection open(String scheme, String host, int port) throws Exception {
        Connection c = pool.take(new Name(new Origin(scheme, host, port), null), false, 0);
        now += 3 * MILLI;
        pool.opened(c, new FakeResource());
        return c;
    }

    private void give(Connection c) {
        pool.give(c, true, Hint.NONE);
    }

    private static void asks(Connection c, int requests) {
        for (int i = 0; i < requests; i++) {
            c.asked();
        }
    }

    private ParsedPage page(String options, Pool of) throws Exception {
        StateJson state = new StateJson("0.1.0", options, "17", of == null ? null : of::snapshot);
        Snapshot snapshot = state.snapshot();
        return new ParsedPage(Page.of(state.text(snapshot, 0, 0), ReportJson.text(snapshot), "Main", "4711"));
    }

    private static String shown(long number) {
        return number / 1000 + String.format(" %03d", number % 1000);
    }

    private final class TestClock implements Clock {
        @Override
        public long nanos() {
            return now;
        }
    }
}
