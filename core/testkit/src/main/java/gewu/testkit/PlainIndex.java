package gewu.testkit;

import gewu.api.WorkbenchException;
import gewu.api.job.Progress;
import gewu.api.report.Mark;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import gewu.api.report.Section;
import gewu.api.search.Concordance;
import gewu.api.search.ReportIndex;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchAnswer.Facet;
import gewu.api.search.SearchAnswer.Hit;
import gewu.api.search.SearchQuery;
import gewu.api.search.Suggestion;
import gewu.api.store.Change;
import gewu.api.store.Store;
import gewu.api.workbench.HealthFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An index that reads everything each time it is asked: slow, plain, and what the others are compared with.
///
/// It understands words as they stand, not the query language. It keeps nothing on disk: opened anew, it
/// catches up from the first change. Safe for all threads.
public final class PlainIndex implements ReportIndex {
    private static final int CHANGES = 500;

    private static final Comparator<Concordance.Line> TEXT_ORDER = Comparator.comparing(Concordance.Line::report)
            .thenComparing(line -> line.mark().start());

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
        List<Hit> shown = query.folded() ? once(hits) : hits;
        return new SearchAnswer(
                shown.stream().skip(query.offset()).limit(query.limit()).toList(),
                query.facets() ? facets(hits) : List.of(),
                query.facets() ? cells(hits) : List.of(),
                words,
                hits.size(),
                shown.size(),
                hits.stream().map(Hit::report).distinct().count(),
                hits.stream().mapToLong(hit -> hit.marks().size()).sum(),
                (System.nanoTime() - began) / 1e6,
                List.of());
    }

    @Override
    public SearchAnswer searchIn(List<Report> texts, SearchQuery query) {
        PlainIndex beside = new PlainIndex(store, reports);
        beside.sequence = store.lastChange();
        texts.forEach(it -> beside.held.put(it.id(), it));
        return beside.search(query);
    }

    @Override
    public synchronized Concordance concordance(SearchQuery query, Concordance.Order order) {
        List<Concordance.Line> lines = new ArrayList<>();
        for (Hit hit : search(query.withLimit(Integer.MAX_VALUE).withOffset(0)).hits()) {
            hit.marks().forEach(mark -> lines.add(Concordance.Line.of(hit, mark)));
        }
        lines.sort(
                switch (order) {
                    case TEXT -> TEXT_ORDER;
                    case LEFT ->
                        Comparator.comparing((Concordance.Line line) -> Transparent.of(
                                        new StringBuilder(line.left()).reverse().toString()))
                                .thenComparing(TEXT_ORDER);
                    case RIGHT ->
                        Comparator.comparing((Concordance.Line line) -> Transparent.of(line.right()))
                                .thenComparing(TEXT_ORDER);
                });
        return new Concordance(
                lines.stream().skip(query.offset()).limit(query.limit()).toList(),
                Transparent.of(query.words()),
                lines.size(),
                lines.size());
    }

    /// By the share of bigrams, as plainly as can be.
    @Override
    public synchronized List<Hit> nearest(String words, int limit) {
        catchUp(Progress.NONE);
        Set<String> wanted = bigrams(words);
        List<Hit> hits = new ArrayList<>();
        for (Report report : held.values()) {
            for (Paragraph paragraph : report.paragraphs()) {
                Set<String> shared = bigrams(report.textOf(paragraph));
                shared.retainAll(wanted);
                if (!shared.isEmpty()) {
                    hits.add(hit(report, paragraph, List.of(), shared.size()));
                }
            }
        }
        return hits.stream()
                .sorted(Comparator.comparing(Hit::score).reversed())
                .limit(limit)
                .toList();
    }

    private static Set<String> bigrams(String words) {
        String text = Transparent.of(words);
        Set<String> bigrams = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            bigrams.add(text.substring(i, i + 2));
        }
        return bigrams;
    }

    /// Names of organisations that hold what was typed.
    @Override
    public synchronized List<Suggestion> suggest(String typed, int limit) {
        catchUp(Progress.NONE);
        return held.values().stream()
                .map(report -> report.facts().org())
                .filter(org -> org.contains(typed))
                .collect(Collectors.groupingBy(org -> org, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(org -> new Suggestion(org.getKey(), Suggestion.Kind.ORGANISATION, org.getValue()))
                .limit(limit)
                .toList();
    }

    /// Each paragraph where it appears first.
    private static List<Hit> once(List<Hit> hits) {
        List<Hit> once = new ArrayList<>();
        hits.stream()
                .collect(Collectors.groupingBy(hit -> Transparent.of(hit.text())))
                .values()
                .forEach(same -> {
                    long reports = same.stream().map(Hit::report).distinct().count();
                    once.add(first(same).alike(new SearchAnswer.Alike(same.size() - 1L, reports - 1)));
                });
        once.sort(Comparator.comparing(hit -> place(hits, hit)));
        return once;
    }

    private static int place(List<Hit> hits, Hit wanted) {
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (hit.report().equals(wanted.report()) && hit.paragraph() == wanted.paragraph()) {
                return i;
            }
        }
        throw new IllegalStateException("The hit is none of them.");
    }

    private static Hit first(List<Hit> same) {
        return same.stream()
                .min(Comparator.comparing((Hit hit) -> hit.facts().year() == 0
                                ? Integer.MAX_VALUE
                                : hit.facts().year())
                        .thenComparing(hit -> hit.facts().org())
                        .thenComparing(Hit::report)
                        .thenComparing(Hit::paragraph))
                .orElseThrow();
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
                    if (!marks.isEmpty() && query.within().role().stream().allMatch(report.roleOf(paragraph)::equals)) {
                        hits.add(hit(report, paragraph, marks, marks.size()));
                    }
                }
            }
        }
        hits.sort(order(query.sort()));
        return hits;
    }

    private static boolean keeps(SearchQuery query, Report report) {
        int year = report.facts().year();
        SearchQuery.Within within = query.within();
        return (within.report().isEmpty() || within.report().equals(report.id()))
                && report.facts().org().contains(within.org())
                && report.facts().region().contains(within.region())
                && (within.from() == 0 || year >= within.from())
                && (within.to() == 0 || year <= within.to())
                && within.kind().stream().allMatch(report.facts().kind()::equals);
    }

    private static Hit hit(Report report, Paragraph paragraph, List<Mark> marks, double score) {
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
                List.of(),
                SearchAnswer.Alike.NONE,
                score);
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

    private static List<SearchAnswer.Cell> cells(List<Hit> hits) {
        Map<String, Map<Integer, List<Hit>>> cells = hits.stream()
                .collect(Collectors.groupingBy(
                        hit -> hit.facts().org(),
                        TreeMap::new,
                        Collectors.groupingBy(hit -> hit.facts().year(), TreeMap::new, Collectors.toList())));
        List<SearchAnswer.Cell> all = new ArrayList<>();
        cells.forEach((org, years) -> years.forEach((year, same) -> all.add(new SearchAnswer.Cell(
                org,
                year,
                same.size(),
                same.stream().map(Hit::report).distinct().count()))));
        return all;
    }

    private static void count(String facet, List<Hit> hits, Function<Hit, String> value, List<Facet> facets) {
        hits.stream()
                .collect(Collectors.groupingBy(value, TreeMap::new, Collectors.counting()))
                .forEach((each, count) -> facets.add(new Facet(facet, each, count)));
    }
}
