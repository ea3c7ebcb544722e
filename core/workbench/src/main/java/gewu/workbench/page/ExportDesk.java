package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.export.ExportTable;
import gewu.api.export.Exporter;
import gewu.api.export.Exports;
import gewu.api.export.HitTable;
import gewu.api.job.Jobs;
import gewu.api.job.Progress;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Writes all hits of a question, or a table, into a file. It is written whole before it is sent, so that what arrives
/// is never a
/// part that looks like all. Safe for all threads.
final class ExportDesk {
    private static final int LONGEST_NAME = 40;

    private final ReportSearch search;
    private final Reports reports;
    private final Exports exports;
    private final Jobs jobs;

    ExportDesk(ReportSearch search, Reports reports, Extensions extensions, Jobs jobs) {
        this.search = search;
        this.reports = reports;
        this.exports = new Exports(extensions);
        this.jobs = jobs;
    }

    /// @throws gewu.api.WorkbenchException if the words can't be understood or nobody knows the format
    Reply.Download export(Question question, String ending) {
        Extension<Exporter> format = exports.named(ending);
        SearchQuery query = question.query().withOffset(0);
        search.search(query.withLimit(0));
        Label title = new Label("导出 " + question.words(), "Export " + question.words());
        return written(
                format,
                title,
                question.words(),
                question.language(),
                progress -> new HitTable(search, reports, question.language())
                        .of(query.withLimit(Integer.MAX_VALUE), progress));
    }

    /// Any table, as a file named like it.
    ///
    /// @throws gewu.api.WorkbenchException if nobody knows the format
    Reply.Download export(Label title, ExportTable table, String language, String ending) {
        Extension<Exporter> format = exports.named(ending);
        Label job = new Label("导出 " + title.zh(), "Export " + title.en());
        return written(format, job, title.in(language), language, _ -> table);
    }

    /// The formats there are, by their file name endings.
    List<String> endings() {
        return exports.endings();
    }

    private Reply.Download written(
            Extension<Exporter> format,
            Label title,
            String words,
            String language,
            Function<Progress, ExportTable> table) {
        try {
            Path file = Files.createTempFile(
                    "gewu-export-", "." + format.attribute("ending").orElse(format.id()));
            try {
                jobs.run(title, progress -> exports.write(table.apply(progress), language, file));
            } catch (Exception failed) {
                Files.delete(file);
                throw failed;
            }
            String type = format.attributes().getOrDefault("media", "application/octet-stream");
            return new Reply.Download(
                    type.startsWith("text/") ? type + "; charset=utf-8" : type, name(words, file), file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Such as `三公经费.csv`; signs that file names can't hold become spaces.
    private static String name(String title, Path file) {
        String words = title.replaceAll("[^\\p{L}\\p{Nd}._-]+", " ").strip();
        int[] kept = words.codePoints().limit(LONGEST_NAME).toArray();
        String written = String.valueOf(file.getFileName());
        return "格物 " + new String(kept, 0, kept.length) + written.substring(written.lastIndexOf('.'));
    }
}
