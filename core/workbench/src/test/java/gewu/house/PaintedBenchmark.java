package gewu.house;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From click to painted, as the browser's own clock tells it: from the click to the second frame after the
/// content is there, the answer of the server apart. `-Dgewu.reports=20000` is the size to quote; the short form
/// only shows that it runs. The first third of the turns is told by its first one alone: whoever works for minutes
/// finds a server that has warmed up (`-Dgewu.turns=60`).
@Tag("bench")
final class PaintedBenchmark {
    private static final int REPORTS = Integer.getInteger("gewu.reports", 60);
    private static final int TURNS = Integer.getInteger("gewu.turns", 7);
    private static final int LOADS = Math.min(TURNS, 7);
    private static final double MILLION = 1e6;
    /// What one asks in a morning, each anew: most of it stands in nearly every report.
    private static final List<String> ASKED = List.of(
            "预算执行", "绩效目标", "项目管理", "政府采购", "三公经费", "资金使用效益", "固定资产", "内部控制", "预算编制", "满意度", "整改", "存在问题", "支出进度",
            "专项资金", "绩效评价", "培训", "设备购置", "信息化", "人员经费", "会议费");
    private static final String CLOCK = """
        window.painted = (act, isThere) => new Promise((done, failed) => {
          performance.clearResourceTimings();
          const begun = performance.now();
          act();
          const look = () => {
            if (!isThere()) {
              performance.now() - begun < 60000 ? setTimeout(look, 2) : failed(new Error('It never came: ' + isThere));
              return;
            }
            requestAnimationFrame(() => requestAnimationFrame(() => {
              const asked = performance.getEntriesByType('resource').filter(it => it.initiatorType === 'fetch');
              const server = asked.length ? asked[0].responseStart - asked[0].requestStart : 0;
              done([performance.now() - begun, server]);
            }));
          };
          look();
        });
        window.inside = title => [...document.querySelectorAll('.window > article.part')].some(it =>
          it.dataset.title.startsWith(title) && it.checkVisibility({ visibilityProperty: true }) && !it.parentElement.hasAttribute('aria-busy'));
        """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    @SuppressWarnings("SystemOut") // a benchmark prints its figures
    void fromClickToPainted() throws Exception {
        assumeTrue(Distribution.isThere(), "There is no packaged distribution: run mvn package before.");
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), Chromium.MISSING);
        Path workspace = Crowd.workspace(folder, REPORTS);
        try (Served served = Served.of(workspace, folder);
                Chromium chromium = Chromium.start(program.get())) {
            System.out.printf("%d reports%n", REPORTS);
            firstLoad(served, chromium);
            try (Visitor visitor = new Visitor(chromium.browser(), served.address())) {
                visitor.opens("/search?q=" + Crowd.WORDS).seesWindow(Crowd.WORDS);
                visitor.page().evaluate(CLOCK);
                times(visitor, "search", 150, turn -> {
                    String words = ASKED.get(turn % ASKED.size());
                    return "document.querySelector('.bar .ask input').value = '" + words
                            + "', document.querySelector('.bar .ask').requestSubmit(), () => inside('" + words + "')";
                });
                visitor.opens("/search?q=title:" + Crowd.LONG + " 满意度").settles();
                visitor.page().evaluate(CLOCK);
                // Closed each time: a report that is open is only gone to.
                times(visitor, "report of 60 pages at its hit", 200, new Turn() {
                    @Override
                    public String script(int turn) {
                        return "[...document.querySelectorAll('.hit a[href^=\"/report/\"]')]"
                                + ".filter(it => it.checkVisibility()).at(-1).click(),"
                                + " () => location.pathname.startsWith('/report/') && inside('" + Crowd.LONG + "2023')";
                    }

                    @Override
                    public void afterwards() {
                        visitor.presses("Alt+w").settles();
                    }
                });
                visitor.opens("/view/ledger-board").settles();
                visitor.page().evaluate(CLOCK);
                String[] tabs = {"figures", "rectification"};
                times(
                        visitor,
                        "perspective switch",
                        100,
                        turn -> "document.querySelector('.perspectives [data-id="
                                + tabs[turn % 2] + "]').click(), () => document.querySelector('.perspectives [data-id="
                                + tabs[turn % 2] + "]').getAttribute('aria-selected') === 'true'"
                                + " && document.querySelectorAll('.dv-tab').length > 0");
            }
            try (Visitor visitor = new Visitor(chromium.browser(), served.address())) {
                visitor.opens("/reports").settles();
                visitor.page().evaluate(CLOCK);
                visitor.presses("Control+Shift+P").types("打开整改台账");
                times(
                        visitor,
                        1,
                        "ledger",
                        400,
                        _ -> "document.querySelector('dialog.palette li').click()," + " () => inside('整改台账')");
            }
        }
    }

    private interface Turn {
        /// An expression that acts, then a function that tells whether it is there.
        String script(int turn);

        /// Back to where the next turn begins.
        default void afterwards() {}
    }

    private static void times(Visitor visitor, String what, int aim, Turn turn) {
        times(visitor, TURNS, what, aim, turn);
    }

    @SuppressWarnings("SystemOut") // a benchmark prints its figures
    private static void times(Visitor visitor, int turns, String what, int aim, Turn turn) {
        double[] painted = new double[turns];
        double[] server = new double[turns];
        for (int i = 0; i < turns; i++) {
            String script = turn.script(i);
            int comma = script.lastIndexOf(", () =>");
            Object told = visitor.page()
                    .evaluate("painted(() => { " + script.substring(0, comma) + "; }" + script.substring(comma) + ")");
            String[] both = String.valueOf(told).replaceAll("[\\[\\] ]", "").split(",", 2);
            painted[i] = Double.parseDouble(both[0]);
            server[i] = Double.parseDouble(both[1]);
            visitor.settles();
            turn.afterwards();
        }
        double first = painted[0];
        int counted = turns - turns / 3;
        painted = Arrays.copyOfRange(painted, turns - counted, turns);
        server = Arrays.copyOfRange(server, turns - counted, turns);
        Arrays.sort(painted);
        Arrays.sort(server);
        System.out.printf(
                Locale.ROOT,
                "%-32s first %.0f ms, p50 %.0f ms, worst %.0f ms; the server's answer p50 %.0f ms (aim: %d ms)%n",
                what,
                first,
                painted[counted / 2],
                painted[counted - 1],
                server[counted / 2],
                aim);
    }

    /// With nothing kept: how long until the workbench stands with the page that was asked for, how long until all
    /// windows round it are filled, and how many bytes come over the wire. The first one comes to a server that was
    /// just started.
    @SuppressWarnings("SystemOut") // a benchmark prints its figures
    private static void firstLoad(Served served, Chromium chromium) {
        double[] stands = new double[LOADS];
        for (int i = 0; i < LOADS; i++) {
            try (Visitor visitor = new Visitor(chromium.browser(), served.address())) {
                AtomicLong bytes = new AtomicLong();
                CDPSession session = visitor.page().context().newCDPSession(visitor.page());
                session.send("Network.enable");
                session.on(
                        "Network.loadingFinished",
                        (JsonObject it) ->
                                bytes.addAndGet(it.get("encodedDataLength").getAsLong()));
                visitor.opens("/");
                Object filled = visitor.page().evaluate("performance.now()");
                Object ready = visitor.page().evaluate("performance.getEntriesByName('gewu.ready')[0].startTime");
                stands[i] = Double.parseDouble(String.valueOf(ready));
                System.out.printf(
                        Locale.ROOT,
                        "first load %.0f ms, with all windows %.0f ms, %.2f MB over the wire%n",
                        stands[i],
                        Double.parseDouble(String.valueOf(filled)),
                        bytes.get() / MILLION);
            }
        }
        Arrays.sort(stands);
        System.out.printf(Locale.ROOT, "first load p50 %.0f ms (aim: 1000 ms, 1 MB)%n", stands[LOADS / 2]);
    }
}
