package gewu.metrics;

import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Base;
import gewu.api.metric.MetricExtractor;
import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Section;
import gewu.metrics.Token.Form;
import gewu.metrics.Token.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads every figure that the prose of a report states, paragraph by paragraph.
final class GeneralExtractor implements MetricExtractor {
    private final Pack pack;
    private final QuantityScanner scanner;

    GeneralExtractor() {
        this(Pack.own());
    }

    GeneralExtractor(Pack pack) {
        this.pack = pack;
        this.scanner = new QuantityScanner(pack);
    }

    @Override
    public List<Metric> extract(Report report) {
        List<Metric> all = new ArrayList<>();
        for (Paragraph paragraph : report.paragraphs()) {
            read(report, paragraph, all);
        }
        return List.copyOf(all);
    }

    private void read(Report report, Paragraph paragraph, List<Metric> all) {
        CleanText clean = report.clean(paragraph);
        List<Quantity> quantities = scanner.scan(clean.text()).stream()
                .filter(Quantity.class::isInstance)
                .map(Quantity.class::cast)
                .toList();
        if (quantities.isEmpty()) {
            return;
        }
        Setting setting = setting(report, paragraph, clean.text());
        List<Statement> statements = new ClauseReader(pack, setting, clean.text(), quantities).read();
        int first = all.size() + 1;
        for (Statement statement : Flat.marked(pack, clean.text(), statements)) {
            all.add(metric(report, clean, statement, first, all.size() + 1));
        }
    }

    private Setting setting(Report report, Paragraph paragraph, String text) {
        String headings = report.path(paragraph).stream()
                .map(Section::heading)
                .collect(Collectors.joining(" "));
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

    private static Metric metric(Report report, CleanText clean, Statement it, int first, int number) {
        Quantity quantity = it.quantity();
        int start = clean.sourceStart(quantity.start());
        int end = clean.sourceEnd(quantity.end());
        Unit unit = it.unit();
        BigDecimal amount = quantity.amount();
        if (amount != null && (unit.isRatio() || unit.dimension().equals("pp"))) {
            amount = amount.movePointLeft(unit.surface().equals("‰") ? 3 : 2);
        }
        String dimension = unit.isCount() ? "count." + unit.base() : unit.dimension();
        return new Metric(
                "m" + number,
                it.wording(),
                it.canonical(),
                report.facts().org(),
                it.period(),
                quantity.number(),
                quantity.wording(),
                amount == null ? null : plain(amount),
                unit.base(),
                dimension,
                qualifier(clean.text(), quantity),
                it.kind(),
                it.basis(),
                it.scope(),
                it.direction(),
                it.of() < 0 ? "" : "m" + (first + it.of()),
                it.basePeriod().isEmpty() ? Base.NONE : new Base(it.base() < 0 ? "" : "m" + (first + it.base()), it.basePeriod()),
                report.passage(start, end),
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
