package io.kaagent.watch.report;

/**
 * How the page looks: light and dark, on a phone and on paper. Colours are of Okabe's and Ito's palette, which people with any kind of colour
 * vision can tell apart; no colour says what is not written beside it.
 */
final class Style {
    static final String CSS = join(
            ":root{color-scheme:light dark;--bg:#fff;--fg:#1b2129;--muted:#555f6a;--line:#d3dae1;--card:#f4f6f8;--bad:#a3261b;",
            "--busy:#0072b2;--open:#a6d3f2;--wait:#d55e00;--sent:#b3bcc6;--made:#0072b2;",
            "--server:#d55e00;--use:#0072b2;--rule:#009e73;--loss:#b04d86}",
            "@media screen and (prefers-color-scheme:dark){:root{--bg:#12161b;--fg:#e7ebf0;--muted:#a4afba;--line:#3a434d;--card:#1b2128;",
            "--bad:#ff9d8f;--busy:#56b4e9;--open:#1d5478;--wait:#f08a3c;--sent:#5a6672;--made:#56b4e9;",
            "--server:#f08a3c;--use:#56b4e9;--rule:#2cc295;--loss:#e08abf}}",
            "*{box-sizing:border-box}",
            "body{margin:0 auto;max-width:78rem;padding:1rem 1.25rem 2rem;background:var(--bg);color:var(--fg);",
            "font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif}",
            "h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem;overflow-wrap:anywhere}",
            "h2{font-size:1.2rem;margin:2.25rem 0 .5rem}",
            "p{margin:.25rem 0 .5rem}",
            "header p,footer p,.axis,section>p,dd,figure>p,.what span{color:var(--muted)}",
            "header .over{margin:0;text-transform:none}",
            "code{overflow-wrap:anywhere;font-size:.9em}",
            "data,td,.count{font-variant-numeric:tabular-nums;white-space:nowrap}",
            "figure{margin:0;min-width:0}figcaption{font-weight:600}",
            ".tiles{display:grid;grid-template-columns:repeat(3,1fr);gap:.75rem;margin:0}",
            ".tiles>div,.cards>figure{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem}",
            ".tiles dt{font-weight:600;font-size:.9rem}.tiles dd{margin:0;font-size:.85rem}",
            ".tiles .figure{font-size:1.7rem;line-height:1.3;color:var(--fg)}",
            ".tiles .words{color:var(--bad);font-size:1rem;font-weight:600}.tiles .bad{border-color:var(--bad)}",
            ".notice{background:var(--card);border-left:.3rem solid var(--muted);border-radius:.25rem;padding:.75rem 1rem;margin-top:1.5rem}",
            ".empty{color:var(--muted);font-style:italic}",
            ".charts{display:grid;gap:1.5rem;margin-top:1rem}",
            ".legend{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;margin:.25rem 0 .6rem;padding:0;font-size:.9rem}",
            ".key{display:inline-block;width:.8rem;height:.8rem;border-radius:2px;margin-right:.45rem;border:1px solid rgba(128,128,128,.5)}",
            ".plot{display:grid;grid-template-columns:auto 1fr;column-gap:.5rem;padding:.5rem .9rem 0 0;font-size:.8rem;color:var(--muted)}",
            ".plot svg{width:100%;height:11rem;display:block;overflow:visible}",
            ".y{display:flex;flex-direction:column;justify-content:space-between;text-align:right;min-width:1.5rem}",
            ".y span{height:0;line-height:0}",
            ".x{grid-column:2;position:relative;height:1.5rem}",
            ".x span{position:absolute;top:.25rem;transform:translateX(-50%)}",
            ".axis{text-align:center;font-size:.8rem;margin:0}",
            ".grid{stroke:var(--line);stroke-width:1;fill:none;opacity:.8}",
            ".busy{fill:var(--busy);background:var(--busy)}.open{fill:var(--open);background:var(--open)}",
            ".wait{fill:var(--wait);background:var(--wait)}.sent{fill:var(--sent);background:var(--sent)}",
            ".made{fill:var(--made);background:var(--made)}.server{fill:var(--server);background:var(--server)}",
            ".use{fill:var(--use);background:var(--use)}.rule{fill:var(--rule);background:var(--rule)}",
            ".loss{fill:var(--loss);background:var(--loss)}",
            "svg.tall{width:100%;height:1.75rem;display:block;margin:.25rem 0;border-radius:3px}",
            "svg.small{width:100%;min-width:8rem;height:.5rem;display:block;border-radius:2px}",
            "svg.bar{width:100%;height:.9rem;display:block}",
            "svg rect{stroke:var(--bg);stroke-width:1}svg.bar rect{stroke:none}",
            ".bars{display:grid;gap:.5rem;margin-top:.75rem}",
            ".row{display:grid;grid-template-columns:minmax(0,26rem) minmax(3rem,1fr) minmax(6rem,auto);gap:.75rem;align-items:center}",
            ".bars:not(.narrow) .what{display:grid;grid-template-columns:5.5rem 1fr;align-items:baseline}.what span{font-size:.85rem}",
            ".narrow{gap:.2rem;font-size:.85rem}.narrow .row{grid-template-columns:7rem 1fr minmax(3rem,auto)}",
            ".narrow .what,.count{text-align:right}",
            ".cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:.75rem;align-items:start}",
            ".cards p{font-size:.85rem}",
            ".scroll{overflow-x:auto;border:1px solid var(--line);border-radius:.5rem;margin:.5rem 0}",
            "details{margin-top:1rem}summary{cursor:pointer}details .scroll{max-height:24rem;overflow-y:auto}",
            "table{border-collapse:collapse;width:100%;font-size:.85rem}",
            "th,td{padding:.4rem .5rem;text-align:right;border-bottom:1px solid var(--line);vertical-align:top}",
            "thead th{color:var(--muted);font-weight:600;white-space:nowrap;vertical-align:bottom}",
            "tbody tr:last-child>*{border-bottom:0}tfoot>tr>*{border-top:2px solid var(--line);border-bottom:0;font-weight:600}",
            ".origins th:first-child{text-align:left;position:sticky;left:0;background:var(--bg);font-weight:600;",
            "min-width:11rem;max-width:20rem;overflow-wrap:anywhere}",
            "td.why{text-align:left;min-width:10rem;white-space:normal}",
            "th:last-child{text-align:left}details th:last-child{text-align:right}",
            "footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:.75rem;font-size:.85rem}",
            "@media (max-width:40rem){body{padding:.75rem .9rem 1.5rem}h1{font-size:1.4rem}.tiles{grid-template-columns:1fr 1fr;gap:.5rem}",
            ".tiles>div{padding:.6rem .7rem}.tiles .figure{font-size:1.35rem}.plot svg{height:9rem}",
            ".row{grid-template-columns:1fr auto;gap:.1rem .75rem}.row .what{grid-column:1/-1}",
            ".narrow .row{grid-template-columns:6.2rem 1fr minmax(2.5rem,auto);gap:.5rem}.narrow .row .what{grid-column:auto}",
            ".origins th:first-child{max-width:10rem;min-width:9rem}}",
            "@media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:11pt}.scroll{overflow:visible;border:0}",
            "h2{break-after:avoid}details{display:none}figure,.tiles>div,tr{break-inside:avoid}svg,.key{print-color-adjust:exact;-webkit-print-color-adjust:exact}",
            ".origins th:first-child{position:static}}");

    private Style() {}

    private static String join(String... lines) {
        StringBuilder css = new StringBuilder(8192);
        for (String line : lines) {
            css.append(line).append('\n');
        }
        return css.toString();
    }
}
