package gewu.api.export;

import gewu.api.Label;
import gewu.api.export.ExportTable.Column;
import gewu.api.job.Progress;
import gewu.api.report.CleanText;
import gewu.api.report.Mark;
import gewu.api.report.Report;
import gewu.api.report.ReportAnchors;
import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

/// The hits of a question as a table for a file: each with its place, its sentence, its paragraph and its
/// anchor. They are fetched while they are written. For one thread.
public final class HitTable {
    private static final int HITS_AT_A_TIME = 500;

    /// Reports whose anchors are kept at hand; hits by relevance go to and fro between reports.
    private static final int REPORTS_AT_HAND = 64;

    private static final List<Column> COLUMNS = List.of(
            Column.of("report", "报告编号", "Report", 6),
            Column.of("title", "报告标题", "Title", 24),
            Column.of("org", "单位", "Organisation", 12),
            Column.of("year", "年度", "Year", 3),
            Column.of("region", "地区", "Region", 6),
            Column.of("kind", "报告类型", "Kind", 8),
            Column.of("role", "章节类别", "Section is about", 6),
            Column.of("section", "标题路径", "Headings", 24),
            Column.of("page", "页", "Page", 3),
            Column.of("paragraph", "段", "Paragraph", 3),
            Column.of("words", "命中", "Words found", 10),
            Column.of("sentence", "所在句", "Sentence", 30),
            Column.of("text", "段落原文", "Paragraph's words", 30),
            Column.of("also_reports", "另见（份报告）", "Also in reports", 5),
            Column.of("start", "起", "Start", 4),
            Column.of("end", "止", "End", 4),
            Column.of("anchor", "引用锚点", "Anchor", 20));

    private final ReportSearch search;
    private final Reports reports;
    private final String language;
    private final Map<String, ReportAnchors> atHand = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReportAnchors> eldest) {
            return size() > REPORTS_AT_HAND;
        }
    };

    /// @param language of the names of kinds and roles
    public HitTable(ReportSearch search, Reports reports, String language) {
        this.search = search;
        this.reports = reports;
        this.language = language;
    }

    /// @param query with the limit and offset of the whole
    public ExportTable of(SearchQuery query, Progress progress) {
        Label title = new Label("检索 " + query.words(), "Search " + query.words());
        return new ExportTable(title, COLUMNS, () -> new Rows(query, progress));
    }

    private final class Rows implements Iterator<List<Object>> {
        private final SearchQuery query;
        private final Progress progress;
        private List<SearchAnswer.Hit> page = List.of();
        private int inPage;
        private int given;
        private long all = Long.MAX_VALUE;

        Rows(SearchQuery query, Progress progress) {
            this.query = query;
            this.progress = progress;
        }

        @Override
        public boolean hasNext() {
            if (inPage < page.size()) {
                return true;
            }
            int rest = Math.min(query.limit() - given, HITS_AT_A_TIME);
            if (rest <= 0 || given >= all) {
                return false;
            }
            progress.stopIfCancelled();
            SearchAnswer answer = search.search(query.withLimit(rest).withOffset(query.offset() + given));
            all = answer.distinct() - query.offset();
            progress.total(Math.min(all, query.limit()));
            page = answer.hits();
            inPage = 0;
            return !page.isEmpty();
        }

        @Override
        public List<Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            SearchAnswer.Hit hit = page.get(inPage);
            inPage++;
            given++;
            progress.step(hit.facts().title());
            return row(hit);
        }
    }

    private List<Object> row(SearchAnswer.Hit hit) {
        List<Object> row = new ArrayList<>();
        row.add(hit.report());
        row.add(hit.facts().title());
        row.add(hit.facts().org());
        row.add(hit.facts().year() == 0 ? "" : hit.facts().year());
        row.add(hit.facts().region());
        row.add(hit.facts().kind().label().in(language));
        row.add(hit.role().label().in(language));
        row.add(String.join(" › ", hit.section()));
        row.add(hit.page());
        row.add(hit.paragraph());
        row.add(hit.marks().stream().map(hit::words).distinct().collect(Collectors.joining("；")));
        Mark first = hit.marks().isEmpty()
                ? new Mark(hit.start(), hit.start())
                : hit.marks().getFirst();
        row.add(hit.marks().isEmpty() ? "" : hit.sentence(first));
        row.add(CleanText.joined(hit.text()));
        row.add(hit.alike().reports());
        row.add(first.start());
        row.add(first.end() > first.start() ? first.end() : hit.end());
        row.add(anchor(hit.report(), first));
        return row;
    }

    private String anchor(String report, Mark mark) {
        ReportAnchors anchors = atHand.get(report);
        if (anchors == null) {
            Optional<Report> found = reports.find(report);
            if (found.isEmpty()) {
                return "";
            }
            anchors = ReportAnchors.of(found.get());
            atHand.put(report, anchors);
        }
        return anchors.at(mark.start(), mark.end()).toString();
    }
}
