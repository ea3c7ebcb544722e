package gewu.metrics.correct;

import gewu.api.WorkbenchException;
import gewu.api.metric.Metric;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes what people decided as records that a scorer compares with what is extracted: confirmed, corrected and added
/// figures are records, rejected ones decoys.
final class GoldFile {
    private static final int CONTEXT = 8;

    private final Desk desk;
    private final Reports reports;

    GoldFile(Desk desk, Reports reports) {
        this.desk = desk;
        this.reports = reports;
    }

    /// What was written.
    ///
    /// @param remarks what could not be, in English
    record Written(int records, int decoys, List<String> remarks) {}

    /// @throws WorkbenchException of kind USAGE if the file can't be written
    Written write(Path file, List<Placed> all) {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        List<Map<String, @Nullable Object>> decoys = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Map<String, String> files = files(all, remarks);
        for (String id : new LinkedHashSet<>(
                all.stream().map(it -> it.correction().report()).toList())) {
            Optional<Report> report = reports.find(id);
            Applied applied = desk.applied(id);
            for (Placed it : applied.placed()) {
                if (it.passage().isEmpty() || report.isEmpty()) {
                    remarks.add("The correction " + it.correction().number()
                            + " is left out: its figure is not found again in " + id + ".");
                } else if (it.correction().verdict() == Verdict.REJECTED) {
                    decoys.add(decoy(
                            report.get(),
                            files.getOrDefault(id, id),
                            it.passage().get()));
                } else {
                    applied.figure(it)
                            .ifPresent(figure ->
                                    records.add(record(figure.metric(), files.getOrDefault(id, id), it.correction())));
                }
            }
        }
        Map<String, @Nullable Object> gold = new LinkedHashMap<>();
        gold.put("version", 1);
        gold.put("offsets", "UTF-16 units of the source text, end exclusive");
        gold.put("records", records);
        gold.put("absences", List.of());
        gold.put("decoys", decoys);
        gold.put("decoys_cn", List.of());
        gold.put("conventions", List.of());
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(gold, out);
            out.write('\n');
        } catch (IOException | InvalidPathException failed) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "The records can't be written to " + file + ".",
                    "Choose another place, or close the program that has it open.",
                    failed);
        }
        return new Written(records.size(), decoys.size(), remarks);
    }

    /// The file names of the reports, by id; of two with one name, both ids stand in front of it.
    private Map<String, String> files(List<Placed> all, List<String> remarks) {
        Set<String> ids = new LinkedHashSet<>(
                all.stream().map(it -> it.correction().report()).toList());
        Map<String, String> names = new HashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (ReportSummary summary : reports.list(ReportFilter.ALL)) {
            if (ids.contains(summary.id())) {
                String path = summary.file().replace('\\', '/');
                String name = path.substring(path.lastIndexOf('/') + 1);
                names.put(summary.id(), name);
                times.merge(name, 1, Integer::sum);
            }
        }
        names.replaceAll((id, name) -> times.getOrDefault(name, 0) > 1 ? id + "-" + name : name);
        times.forEach((name, count) -> {
            if (count > 1) {
                remarks.add(count + " reports come from files called " + name + ": their ids stand in front of it.");
            }
        });
        return names;
    }

    private static Map<String, @Nullable Object> record(Metric it, String file, Correction correction) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("id", correction.report() + "/" + it.id());
        all.put("file", file);
        all.put("indicator", it.indicator());
        all.put("canonical", orNull(it.canonical()));
        all.put("subject", orNull(it.subject()));
        all.put("period", orNull(it.period()));
        all.put("value", it.value());
        all.put("unit", orNull(it.unit()));
        all.put("norm_value", it.known().map(BigDecimal::toPlainString).orElse(null));
        all.put("norm_unit", it.known().isEmpty() ? null : orNull(it.amountUnit()));
        all.put("dim", orNull(it.dimension()));
        all.put("qualifier", orNull(it.qualifier()));
        all.put("kind", it.kind().id());
        all.put("basis", orNull(it.basis()));
        all.put("scope", orNull(it.scope()));
        all.put("direction", orNull(it.direction().id()));
        all.put("of", it.of().isEmpty() ? null : correction.report() + "/" + it.of());
        all.put("base", base(it));
        all.put("start", it.passage().start());
        all.put("end", it.passage().end());
        all.put("text", it.passage().text());
        all.put("tier", "core");
        all.put("issue", orNull(it.issue()));
        all.put("note", orNull(correction.remark()));
        return all;
    }

    private static @Nullable Map<String, @Nullable Object> base(Metric it) {
        if (it.base().period().isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> base = new LinkedHashMap<>();
        base.put(
                "record",
                it.base().metric().isEmpty()
                        ? null
                        : it.passage().report() + "/" + it.base().metric());
        base.put("period", it.base().period());
        return base;
    }

    private static Map<String, @Nullable Object> decoy(Report report, String file, Passage it) {
        String text = report.text();
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("file", file);
        all.put("start", it.start());
        all.put("end", it.end());
        all.put("text", it.text());
        all.put("cls", "rejected");
        all.put("left", text.substring(Math.max(0, it.start() - CONTEXT), it.start()));
        all.put("right", text.substring(it.end(), Math.min(text.length(), it.end() + CONTEXT)));
        return all;
    }

    private static @Nullable String orNull(String words) {
        return words.isEmpty() ? null : words;
    }

    private static void write(@Nullable Object value, Writer out) throws IOException {
        switch (value) {
            case null -> out.write("null");
            case Map<?, ?> map -> {
                String between = "{";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.write(between);
                    write(String.valueOf(entry.getKey()), out);
                    out.write(": ");
                    write(entry.getValue(), out);
                    between = ", ";
                }
                out.write(map.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                String between = "[";
                for (Object one : list) {
                    out.write(between);
                    out.write("\n");
                    write(one, out);
                    between = ",";
                }
                out.write(list.isEmpty() ? "[]" : "\n]");
            }
            case Number number -> out.write(number.toString());
            default -> quoted(value.toString(), out);
        }
    }

    private static void quoted(String words, Writer out) throws IOException {
        out.write('"');
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"' || c == '\\') {
                out.write('\\');
                out.write(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.write(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.write(c);
            }
        }
        out.write('"');
    }
}
