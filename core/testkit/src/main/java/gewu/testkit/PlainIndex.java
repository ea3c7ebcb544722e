package gewu.testkit;

import gewu.api.WorkbenchException;
import gewu.api.job.Progress;
import gewu.api.report.Mark;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import gewu.api.report.Section;
import gewu.api.search.ReportIndex;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchAnswer.Facet;
import gewu.api.search.SearchAnswer.Hit;
import gewu.api.search.SearchQuery;
import gewu.api.store.Change;
import gewu.api.store.Store;
import gewu.api.workbench.HealthFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An index that reads everything each time it is asked: slow, plain, and what the others are compared with.
///
/// It understands words as they stand, not the query language. It keeps nothing on disk: opened anew, it catches up
/// from the first change. Safe for all threads.
public final class PlainIndex implements ReportIndex {
    private static final int CHANGES = 500;

    private final Store store;
    private final Reports reports;
    private final Map<String, Report> held = new TreeMap<>();
    private long sequence;

    public PlainIndex(Store store, Reports reports) {
        this.store = store;
        this.reports = reports;
    }

    @Override
    public synchronized int catchUp(Progress progress) {
        int taken = 0;
        for (List<Change> changes = next(); !changes.isEmpty(); changes = next()) {
            for (Change change : changes) {
                progress.stopIfCancelled();
                taken += change.subject().equals("report") ? take(change.id()) : 0;
                sequence = change.sequence();
            }
        }
        return taken;
    }

    @Override
    public synchronized int rebuild(Progress progress) {
        held.clear();
        sequence = 0;
        catchUp(progress);
        return held.size();
    }

    @Override
    public synchronized List<HealthFinding> check() {
        boolean isWhole = sequence == store.lastChange();
        return List.of(new HealthFinding(
                "plain index",
                isWhole ? HealthFinding.State.WELL : HealthFinding.State.WARNING,
                held.size() + " reports, change " + sequence + " of " + store.lastChange(),
                isWhole ? "" : "Run “gewu reindex”."));
    }

    @Override
    public synchronized SearchAnswer search(SearchQuery query) {
        long began = System.nanoTime();
        catchUp(Progress.NONE);
        String words = Transparent.of(query.words());
        if (words.isEmpty()) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE, "There is nothing to search for.", "Give a word, such as 三公经费.");
        }
        List<Hit> hits = hits(query, words);
        return new SearchAnswer(
                hits.stream().skip(query.offset()).limit(query.limit()).toList(),
                query.facets() ? facets(hits) : List.of(),
                words,
                hits.size(),
                hits.stream().map(Hit::report).distinct().count(),
                hits.stream().mapToLong(hit -> hit.marks().size()).sum(),
                (System.nanoTime() - began) / 1e6);
    }

    private List<Change> next() {
        return store.changesAfter(sequence, CHANGES);
    }

    private int take(String id) {
        held.remove(id);
        reports.find(id).ifPresent(report -> held.put(id, report));
        return held.containsKey(id) ? 1 : 0;
    }

    private List<Hit> hits(SearchQuery query, String words) {
        List<Hit> hits = new ArrayList<>();
        for (Report report : held.values()) {
            if (keeps(query, report)) {
                for (Paragraph paragraph : report.paragraphs()) {
                    List<Mark> marks = new Transparent(report.clean(paragraph)).find(words);
                    if (!marks.isEmpty() && query.role().stream().allMatch(report.roleOf(paragraph)::equals)) {
                        hits.add(hit(report, paragraph, marks));
                    }
                }
            }
        }
        hits.sort(order(query.sort()));
        return hits;
    }

    private static boolean keeps(SearchQuery query, Report report) {
        int year = report.facts().year();
        return report.facts().org().contains(query.org())
                && (query.from() == 0 || year >= query.from())
                && (query.to() == 0 || year <= query.to())
                && query.kind().stream().allMatch(report.facts().kind()::equals);
    }

    private static Hit hit(Report report, Paragraph paragraph, List<Mark> marks) {
        return new Hit(
                report.id(),
                report.facts(),
                report.path(paragraph).stream().map(Section::heading).toList(),
                report.roleOf(paragraph),
                paragraph.page(),
                paragraph.number(),
                paragraph.start(),
                paragraph.end(),
                report.textOf(paragraph),
                marks,
                marks.size());
    }

    private static Comparator<Hit> order(SearchQuery.Sort sort) {
        return switch (sort) {
            case RELEVANCE -> Comparator.comparing(Hit::score).reversed();
            case YEAR -> Comparator.comparing((Hit hit) -> hit.facts().year());
            case ORG -> Comparator.comparing((Hit hit) -> hit.facts().org());
        };
    }

    private static List<Facet> facets(List<Hit> hits) {
        List<Facet> facets = new ArrayList<>();
        count("org", hits, hit -> hit.facts().org(), facets);
        count("year", hits, hit -> String.valueOf(hit.facts().year()), facets);
        count("region", hits, hit -> hit.facts().region(), facets);
        count("kind", hits, hit -> hit.facts().kind().id(), facets);
        count("role", hits, hit -> hit.role().id(), facets);
        return facets;
    }

    private static void count(String facet, List<Hit> hits, Function<Hit, String> value, List<Facet> facets) {
        hits.stream()
                .collect(Collectors.groupingBy(value, TreeMap::new, Collectors.counting()))
                .forEach((each, count) -> facets.add(new Facet(facet, each, count)));
    }
}
