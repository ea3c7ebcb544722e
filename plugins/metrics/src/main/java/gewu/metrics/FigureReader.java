package gewu.metrics;

import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Base;
import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Section;
import gewu.metrics.Token.Form;
import gewu.metrics.Token.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads every figure that a report states: of tables the cells that hold a number alone, of all else the prose,
/// paragraph by paragraph.
/// Not changed after it is made; all threads may share it.
public final class FigureReader {
    private static final int LEAST_BROKEN = 8;
    private static final int MOST_PIECES = 3;

    private final Pack pack;
    private final QuantityScanner scanner;

    public FigureReader(Pack pack) {
        this.pack = pack;
        this.scanner = new QuantityScanner(pack);
    }

    /// What the report states, in reading order.
    public List<Metric> read(Report report) {
        List<Draft> drafts = new ArrayList<>();
        BitSet claimed = new BitSet();
        for (Grid grid : GridFinder.in(pack, report)) {
            readTable(report, grid, drafts, claimed);
        }
        List<Paragraph> paragraphs = report.paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            int last = i;
            while (last + 1 < paragraphs.size() && last - i < MOST_PIECES && isBroken(report, paragraphs.get(last))) {
                last++;
            }
            readProse(report, paragraphs.get(i), paragraphs.get(last).end(), drafts, claimed);
            i = last;
        }
        return numbered(report, drafts);
    }

    /// A statement on its way to become a metric.
    ///
    /// @param group of the statements that its `of` and `base` count
    /// @param index in that group
    private record Draft(int group, int index, int start, int end, String qualifier, Statement statement) {}

    private void readTable(Report report, Grid grid, List<Draft> drafts, BitSet claimed) {
        Paragraph at = paragraphAt(report, grid.start());
        List<Statement> statements = new TableReader(pack, setting(report, at, grid.caption()), report, grid).read();
        int group = drafts.size();
        for (int i = 0; i < statements.size(); i++) {
            Quantity it = statements.get(i).quantity();
            drafts.add(new Draft(group, i, it.start(), it.end(), "", statements.get(i)));
            claimed.set(it.start(), it.end());
        }
    }

    private static Paragraph paragraphAt(Report report, int start) {
        int low = 0;
        int high = report.paragraphs().size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (report.paragraphs().get(middle).start() <= start) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return report.paragraphs().get(low);
    }

    /// Whether a paragraph breaks off in its sentence, as pages break it: its words end with a comma.
    private static boolean isBroken(Report report, Paragraph paragraph) {
        String words = report.clean(paragraph).text();
        return words.length() > LEAST_BROKEN && ",、".indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    private void readProse(Report report, Paragraph paragraph, int end, List<Draft> drafts, BitSet claimed) {
        CleanText clean = CleanText.of(report.text(), paragraph.start(), end);
        List<Quantity> quantities = new ArrayList<>();
        for (Token token : scanner.scan(clean.text())) {
            if (token instanceof Quantity it && !claimed.get(clean.sourceStart(it.start()))) {
                quantities.add(it);
            }
        }
        if (quantities.isEmpty()) {
            return;
        }
        Setting setting = setting(report, paragraph, clean.text());
        List<Statement> read = new ClauseReader(pack, setting, clean.text(), quantities).read();
        int group = drafts.size();
        List<Statement> statements = Flat.marked(pack, clean.text(), read);
        for (int i = 0; i < statements.size(); i++) {
            Quantity it = statements.get(i).quantity();
            drafts.add(new Draft(
                    group,
                    i,
                    clean.sourceStart(it.start()),
                    clean.sourceEnd(it.end()),
                    qualifier(clean.text(), it),
                    statements.get(i)));
        }
    }

    /// The drafts in reading order, numbered.
    private static List<Metric> numbered(Report report, List<Draft> drafts) {
        List<Draft> sorted = new ArrayList<>(drafts);
        sorted.sort(Comparator.comparingInt(Draft::start));
        Map<List<Integer>, String> ids = new HashMap<>();
        for (Draft it : sorted) {
            ids.put(List.of(it.group(), it.index()), "m" + (ids.size() + 1));
        }
        return sorted.stream().map(it -> metric(report, it, ids)).toList();
    }

    private Setting setting(Report report, Paragraph paragraph, String text) {
        String headings = report.path(paragraph).stream().map(Section::heading).collect(Collectors.joining(" "));
        String around = text + headings + report.facts().org() + report.facts().title();
        Set<String> silent = new HashSet<>();
        for (Map.Entry<String, List<String>> domain : pack.domains().entrySet()) {
            if (domain.getValue().stream().noneMatch(around::contains)) {
                silent.add(domain.getKey());
            }
        }
        return new Setting(
                report.facts().year(), report.facts().org(), headings, Set.copyOf(silent), about(around, silent));
    }

    /// The first domain that is spoken of; petitions are the last, as every other one is spoken of beside them.
    private String about(String around, Set<String> silent) {
        return pack.domains().keySet().stream()
                .filter(it -> !silent.contains(it))
                .filter(it -> pack.find(it + ".share").isPresent())
                .findFirst()
                .orElse(around.contains("信访") ? "pet" : "");
    }

    private static Metric metric(Report report, Draft draft, Map<List<Integer>, String> ids) {
        Statement it = draft.statement();
        Quantity quantity = it.quantity();
        Unit unit = it.unit();
        BigDecimal amount = quantity.amount();
        if (amount != null && (unit.isRatio() || unit.dimension().equals("pp"))) {
            amount = amount.movePointLeft(unit.surface().equals("‰") ? 3 : 2);
        }
        String dimension = unit.isCount() ? "count." + unit.base() : unit.dimension();
        String base = it.base() < 0 ? "" : ids.getOrDefault(List.of(draft.group(), it.base()), "");
        return new Metric(
                ids.getOrDefault(List.of(draft.group(), draft.index()), ""),
                it.wording(),
                it.canonical(),
                report.facts().org(),
                it.period(),
                quantity.number(),
                quantity.wording(),
                amount == null ? null : plain(amount),
                unit.base(),
                dimension,
                draft.qualifier(),
                it.kind(),
                it.basis(),
                it.scope(),
                it.direction(),
                it.of() < 0 ? "" : ids.getOrDefault(List.of(draft.group(), it.of()), ""),
                it.basePeriod().isEmpty() ? Base.NONE : new Base(base, it.basePeriod()),
                report.passage(draft.start(), draft.end()),
                it.confidence(),
                it.why(),
                it.issue());
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String qualifier(String text, Quantity it) {
        if (!it.qualifier().isEmpty() || it.form() == Form.ORDINAL) {
            return it.qualifier();
        }
        for (String behind : List.of("以上", "左右", "以内", "以下", "多")) {
            if (text.startsWith(behind, it.end())) {
                return behind;
            }
        }
        for (String before : List.of("约", "近", "超", "仅", "不足")) {
            if (text.startsWith(before, it.start() - 1)) {
                return before;
            }
        }
        return "";
    }
}
