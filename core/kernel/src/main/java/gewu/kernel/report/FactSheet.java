package gewu.kernel.report;

import gewu.api.WorkbenchException;
import gewu.api.report.Fact;
import gewu.api.report.Passage;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportKind;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The facts of reports as a table for the office: a line for each report, for each fact what it is, where it
/// comes from, and the passage. What is changed in the table can be taken over from it.
final class FactSheet {
    private static final String REPORT = "报告";
    private static final String FILE = "文件";
    private static final String FROM = "来自";
    private static final String WHERE = "出处";

    private final Reports reports;
    private final ReportTable table;
    private final RuleTable rules;

    FactSheet(Reports reports, ReportTable table, RuleTable rules) {
        this.reports = reports;
        this.table = table;
        this.rules = rules;
    }

    /// What can't be taken over, and why.
    record Fault(long line, String column, String why, String remedy) {}

    /// What a table asks for.
    record Asked(List<FactEdit> edits, List<Fault> faults) {}

    /// The lines of the table, its head first.
    List<List<String>> lines(List<ReportSummary> chosen) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(REPORT, FILE));
        for (Fact.Field field : Fact.Field.values()) {
            String name = field.label().zh();
            head.addAll(List.of(name, name + FROM, name + WHERE));
        }
        lines.add(head);
        chosen.forEach(it -> lines.add(line(it)));
        return lines;
    }

    private List<String> line(ReportSummary report) {
        Map<Fact.Field, Fact> facts = facts(report.id());
        List<String> line = new ArrayList<>(List.of(OfficeSheet.kept(report.id()), report.file()));
        for (Fact.Field field : Fact.Field.values()) {
            Fact fact = facts.get(field);
            line.add(fact == null ? "" : shown(fact));
            line.add(fact == null ? "" : fact.origin().label().zh());
            line.add(fact == null ? "" : where(report.id(), fact));
        }
        return line;
    }

    private static String shown(Fact fact) {
        return switch (fact.field()) {
            case KIND ->
                ReportKind.named(fact.value()).map(it -> it.label().zh()).orElse(fact.value());
            case DATE -> OfficeSheet.kept(fact.value());
            case TITLE, ORG, REGION, PROVINCE, CITY, COUNTY, YEAR, NUMBER -> fact.value();
        };
    }

    private String where(String report, Fact fact) {
        return fact.origin() == Fact.Origin.RULE
                ? rules.word(report, fact.field()).map(RuleWord::rule).orElse("")
                : fact.passage().map(FactSheet::where).orElse("");
    }

    private static String where(Passage passage) {
        return "第" + passage.page() + "页 " + passage.start() + "–" + passage.end() + " “"
                + passage.text().replaceAll("\\s+", " ") + "”";
    }

    /// What a person changed in the table; cells that say what is known already ask for nothing.
    Asked asked(OfficeSheet sheet) {
        List<Fault> faults = new ArrayList<>();
        Map<Integer, Fact.Field> columns = columns(sheet, faults);
        int id = sheet.lines().isEmpty() ? -1 : sheet.lines().getFirst().cells().indexOf(REPORT);
        if (id < 0 && !sheet.lines().isEmpty()) {
            id = sheet.lines().getFirst().cells().indexOf("report");
        }
        if (id < 0) {
            faults.add(new Fault(
                    1,
                    REPORT,
                    "There is no column “报告” (report).",
                    "Begin with the table that gewu facts --csv wrote."));
            return new Asked(List.of(), faults);
        }
        Map<String, ReportSummary> known =
                reports.list(ReportFilter.ALL).stream().collect(Collectors.toMap(ReportSummary::id, it -> it));
        Map<String, Long> seen = new HashMap<>();
        List<FactEdit> edits = new ArrayList<>();
        for (OfficeSheet.Line line : sheet.lines().subList(1, sheet.lines().size())) {
            if (line.isBlank()) {
                continue;
            }
            String report = line.cell(id).toLowerCase(Locale.ROOT);
            Long before = seen.putIfAbsent(report, line.number());
            if (!known.containsKey(report)) {
                faults.add(unknown(line, line.cell(id)));
            } else if (before != null) {
                faults.add(new Fault(
                        line.number(),
                        REPORT,
                        "The report " + report + " stands on line " + before + " already.",
                        "Keep one of the lines."));
            } else {
                edits(report, line, columns, edits, faults);
            }
        }
        return new Asked(List.copyOf(edits), List.copyOf(faults));
    }

    private static Fault unknown(OfficeSheet.Line line, String word) {
        boolean isMangled = word.matches("\\d+(\\.\\d+)?[Ee]\\+?\\d+");
        return new Fault(
                line.number(),
                REPORT,
                word.isEmpty() ? "The line names no report." : "There is no report “" + word + "”.",
                isMangled
                        ? "The spreadsheet program took the id for a number; write the table again with gewu facts --csv."
                        : "gewu reports lists the ids; remove the line if the report is gone.");
    }

    private static Map<Integer, Fact.Field> columns(OfficeSheet sheet, List<Fault> faults) {
        Map<Integer, Fact.Field> columns = new TreeMap<>();
        List<String> head =
                sheet.lines().isEmpty() ? List.of() : sheet.lines().getFirst().cells();
        for (int i = 0; i < head.size(); i++) {
            String name = head.get(i);
            Optional<Fact.Field> field = Fact.Field.named(name);
            if (field.isPresent() && columns.containsValue(field.get())) {
                faults.add(new Fault(1, name, "The column “" + name + "” stands there twice.", "Remove one of them."));
            } else if (field.isPresent()) {
                columns.put(i, field.get());
            } else if (!isOurs(name)) {
                faults.add(new Fault(
                        1,
                        name,
                        "There is no fact “" + name + "”.",
                        "Remove the column. Facts are "
                                + Arrays.stream(Fact.Field.values())
                                        .map(it -> it.label().zh())
                                        .collect(Collectors.joining("、"))
                                + "."));
            }
        }
        return columns;
    }

    /// Columns that only explain.
    private static boolean isOurs(String name) {
        boolean isAbout = name.endsWith(FROM) || name.endsWith(WHERE);
        return name.isBlank()
                || List.of(REPORT, "report", FILE, "file").contains(name)
                || isAbout
                        && Fact.Field.named(name.substring(0, name.length() - 2))
                                .isPresent();
    }

    private void edits(
            String report,
            OfficeSheet.Line line,
            Map<Integer, Fact.Field> columns,
            List<FactEdit> edits,
            List<Fault> faults) {
        Map<Fact.Field, Fact> facts = facts(report);
        Map<String, String> said = table.said(report);
        for (Map.Entry<Integer, Fact.Field> column : columns.entrySet()) {
            Fact.Field field = column.getValue();
            Fact fact = facts.get(field);
            String before = fact == null ? "" : fact.value();
            String cell = line.cell(column.getKey());
            boolean isAsBefore = cell.equals(before)
                    || fact != null && cell.equals(shown(fact).strip());
            if (isAsBefore) {
                continue;
            }
            if (!cell.isEmpty()) {
                checked(line, field, cell, faults)
                        .filter(now -> !now.equals(before))
                        .ifPresent(now -> edits.add(new FactEdit(report, field, before, now)));
            } else if (said.containsKey(field.id())) {
                edits.add(new FactEdit(report, field, before, ""));
            } else {
                faults.add(new Fault(
                        line.number(),
                        field.label().zh(),
                        "The cell is empty, but it is known to be “" + before + "”.",
                        "Write what is right, or leave what was there."));
            }
        }
    }

    private static Optional<String> checked(OfficeSheet.Line line, Fact.Field field, String cell, List<Fault> faults) {
        try {
            return Optional.of(FactWord.checked(field, cell));
        } catch (WorkbenchException wrong) {
            faults.add(
                    new Fault(line.number(), field.label().zh(), String.valueOf(wrong.getMessage()), wrong.remedy()));
            return Optional.empty();
        }
    }

    private Map<Fact.Field, Fact> facts(String report) {
        Map<Fact.Field, Fact> facts = new EnumMap<>(Fact.Field.class);
        reports.facts(report).forEach(it -> facts.put(it.field(), it));
        return facts;
    }
}
