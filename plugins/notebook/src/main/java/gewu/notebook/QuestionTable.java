package gewu.notebook;

import gewu.api.report.ReportKind;
import gewu.api.report.SectionRole;
import gewu.api.search.SearchQuery;
import gewu.api.store.Row;
import gewu.api.store.Store;

/// The questions of saved searches and of frozen results. A question that was kept never changes.
final class QuestionTable {
    /// What [#question] reads; the table is `q`.
    static final String COLUMNS = """
            q.words, q.org, q.region, q.first_year, q.last_year, q.role, q.kind, q.syntax, q.is_exact, q.is_one_script,
            q.has_synonyms, q.has_lookalikes""";

    private static final String NEXT = "SELECT COALESCE(MAX(id), 0) + 1 AS next FROM notebook_question";
    private static final String ADD = """
            INSERT INTO notebook_question (id, words, org, region, first_year, last_year, role, kind, syntax, is_exact,
                is_one_script, has_synonyms, has_lookalikes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Store store;

    QuestionTable(Store store) {
        this.store = store;
    }

    /// Keeps a question, in the running transaction.
    ///
    /// @return its number
    long add(Question question) {
        long id = store.first(NEXT, row -> row.number("next")).orElse(1L);
        SearchQuery.Within within = question.within();
        SearchQuery.Matching matching = question.matching();
        store.update(
                ADD,
                id,
                question.words(),
                within.org(),
                within.region(),
                within.from(),
                within.to(),
                within.role().map(SectionRole::id).orElse(""),
                within.kind().map(ReportKind::id).orElse(""),
                matching.syntax().name(),
                matching.exact(),
                !matching.scripts(),
                matching.synonyms(),
                matching.lookalikes());
        return id;
    }

    static Question question(Row row) {
        SearchQuery.Within within = SearchQuery.Within.ANYWHERE
                .withOrg(row.text("org"))
                .withRegion(row.text("region"))
                .withYears((int) row.number("first_year"), (int) row.number("last_year"))
                .withRole(SectionRole.named(row.text("role")))
                .withKind(ReportKind.named(row.text("kind")));
        SearchQuery.Matching matching = new SearchQuery.Matching(
                SearchQuery.Syntax.valueOf(row.text("syntax")),
                row.flag("is_exact"),
                !row.flag("is_one_script"),
                row.flag("has_synonyms"),
                row.flag("has_lookalikes"));
        return new Question(row.text("words"), within, matching);
    }
}
