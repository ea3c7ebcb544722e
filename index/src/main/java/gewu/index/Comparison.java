package gewu.index;

import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.store.Store;
import gewu.api.workbench.HealthFinding;
import gewu.api.workbench.HealthFinding.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;

/// Compares the index with the store: which reports, in which version, with how many paragraphs. Only reads.
final class Comparison {
    private static final String CHECKED = "index";
    private static final String REINDEX = "Run `gewu reindex`.";
    private static final int MOST_NAMED = 5;
    private static final int MOST_CHANGES = 100_000;

    private final Shelf shelf;
    private final Store store;
    private final Reports reports;

    Comparison(Shelf shelf, Store store, Reports reports) {
        this.shelf = shelf;
        this.store = store;
        this.reports = reports;
    }

    List<HealthFinding> findings() throws IOException {
        long last = store.lastChange();
        return switch (shelf.standing()) {
            case Standing.Missing _
            when last == 0 -> List.of(new HealthFinding(CHECKED, State.WELL, "There is nothing to index yet.", ""));
            case Standing.Missing _ ->
                List.of(new HealthFinding(
                        CHECKED,
                        State.WARNING,
                        "There is no index yet.",
                        "The next search makes it; or run `gewu reindex`."));
            case Standing.Unusable(var why) -> List.of(new HealthFinding(CHECKED, State.BROKEN, why, REINDEX));
            case Standing.Holds(long sequence)
            when sequence > last ->
                List.of(new HealthFinding(
                        CHECKED,
                        State.BROKEN,
                        "The index is at change " + sequence + ", the store only at " + last + ".",
                        REINDEX));
            case Standing.Holds(long sequence) -> behind(lag(sequence));
        };
    }

    private List<HealthFinding> behind(long changes) throws IOException {
        return changes == 0
                ? differences()
                : List.of(new HealthFinding(
                        CHECKED,
                        State.WARNING,
                        "The index lags " + changes + " changes behind the store.",
                        "Nothing to do: the next search or import takes them in."));
    }

    /// How many changes of reports the index doesn't know yet.
    private long lag(long sequence) {
        return store.changesAfter(sequence, LuceneIndex.SUBJECT, MOST_CHANGES).size();
    }

    private List<HealthFinding> differences() throws IOException {
        Map<String, Held> held = held();
        List<HealthFinding> findings = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> outdated = new ArrayList<>();
        List<String> incomplete = new ArrayList<>();
        int count = 0;
        long paragraphs = 0;
        for (ReportSummary report : reports.list(ReportFilter.ALL)) {
            count++;
            paragraphs += report.paragraphs();
            Held there = held.remove(report.id());
            if (there == null) {
                if (report.paragraphs() > 0) {
                    missing.add(report.id());
                }
            } else if (there.version != report.version()) {
                outdated.add(report.id());
            } else if (there.paragraphs != report.paragraphs()) {
                incomplete.add(report.id());
            }
        }
        add(findings, missing, "are in the store but not in the index", State.WARNING);
        add(findings, outdated, "are in the index in an older version", State.WARNING);
        add(findings, incomplete, "have another number of paragraphs in the index", State.BROKEN);
        add(findings, List.copyOf(held.keySet()), "are in the index but no longer in the store", State.WARNING);
        if (findings.isEmpty()) {
            findings.add(new HealthFinding(
                    CHECKED, State.WELL, count + " reports with " + paragraphs + " paragraphs, as in the store.", ""));
        }
        return findings;
    }

    private static void add(List<HealthFinding> findings, List<String> reports, String how, State state) {
        if (!reports.isEmpty()) {
            String some = String.join(", ", reports.subList(0, Math.min(MOST_NAMED, reports.size())));
            String more = reports.size() > MOST_NAMED ? ", …" : "";
            findings.add(new HealthFinding(
                    CHECKED, state, reports.size() + " reports " + how + ": " + some + more + ".", REINDEX));
        }
    }

    /// What the index holds of a report.
    private static final class Held {
        private final long version;
        private int paragraphs;

        Held(long version) {
            this.version = version;
        }
    }

    private Map<String, Held> held() throws IOException {
        Map<String, Held> held = new HashMap<>();
        Shelf.Reading reading = shelf.reader();
        try {
            collect(reading.reader(), held);
        } finally {
            reading.release();
        }
        return held;
    }

    private static void collect(DirectoryReader reader, Map<String, Held> held) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            SortedDocValues report = DocValues.getSorted(leaf.reader(), Fields.REPORT);
            NumericDocValues version = DocValues.getNumeric(leaf.reader(), Fields.VERSION);
            for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                if ((live == null || live.get(doc)) && report.advanceExact(doc) && version.advanceExact(doc)) {
                    long number = version.longValue();
                    String id = report.lookupOrd(report.ordValue()).utf8ToString();
                    held.computeIfAbsent(id, _ -> new Held(number)).paragraphs++;
                }
            }
        }
    }
}
