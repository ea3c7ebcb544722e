package gewu.index;

import gewu.api.WorkbenchException;
import gewu.api.job.Progress;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginScope;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.search.Concordance;
import gewu.api.search.ReportIndex;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchFacet;
import gewu.api.search.SearchQuery;
import gewu.api.search.Suggester;
import gewu.api.search.Suggestion;
import gewu.api.store.Change;
import gewu.api.store.Store;
import gewu.api.workbench.HealthFinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// The index on Lucene: one document a paragraph, following the store's changes.
///
/// Each commit says which change it holds last, so that nothing is lost or taken in twice when the process
/// dies at any moment: the next one goes on from there.
final class LuceneIndex implements ReportIndex {
    /// The kind of change that concerns the index.
    static final String SUBJECT = "report";
    /// How many changes one commit takes in; a commit costs tens of milliseconds whatever it holds.
    private static final int CHANGES_A_LOOK = 500;

    private final Store store;
    private final Reports reports;
    private final Extensions extensions;
    private final PluginScope scope;
    /// Held by whoever writes.
    private final ReentrantLock writing = new ReentrantLock();

    private final KeptMatches keptMatches = new KeptMatches();

    private @Nullable Words words;
    private @Nullable Synonyms synonyms;
    private @Nullable ReportDocuments documents;
    private @Nullable Shelf shelf;
    /// The last change that is known to be in the index.
    private volatile long held = -1;

    LuceneIndex(Store store, Reports reports, Extensions extensions, PluginScope scope) {
        this.store = store;
        this.reports = reports;
        this.extensions = extensions;
        this.scope = scope;
    }

    @Override
    public SearchAnswer search(SearchQuery query) {
        long begun = System.nanoTime();
        Question question = read(query);
        return ask(reader -> inquiry(reader, query, question).answer(begun));
    }

    @Override
    public Concordance concordance(SearchQuery query, Concordance.Order order) {
        Question question = read(query);
        return ask(reader -> inquiry(reader, query, question).concordance(order));
    }

    @Override
    public List<SearchAnswer.Hit> nearest(String like, int limit) {
        Question.Term question = Question.Term.of(like, SearchQuery.Matching.USUAL);
        if (question.spells().isEmpty() || limit == 0) {
            return List.of();
        }
        SearchQuery query = SearchQuery.of(like).withLimit(limit);
        return ask(reader -> inquiry(reader, query, question).nearest());
    }

    @Override
    public SearchAnswer searchIn(List<Report> texts, SearchQuery query) {
        long begun = System.nanoTime();
        Question question = read(query);
        try (Directory memory = new ByteBuffersDirectory()) {
            ReportDocuments documents = new ReportDocuments(words());
            try (IndexWriter writer = new IndexWriter(memory, Shelf.writing())) {
                for (Report text : texts) {
                    writer.addDocuments(documents.of(text));
                }
                writer.commit();
            }
            try (DirectoryReader reader = DirectoryReader.open(memory)) {
                // What matched in texts that pass by is of no use to anybody else.
                return inquiry(reader, query, question, new KeptMatches()).answer(begun);
            }
        } catch (IOException fault) {
            throw unusable(fault);
        }
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        if (typed.isBlank() || limit == 0) {
            return List.of();
        }
        List<Suggestion> all = new ArrayList<>();
        for (Extension<Suggester> suggester : extensions.of(Suggester.class)) {
            all.addAll(suggester.instance().suggest(typed.strip(), limit));
        }
        all.addAll(ask(reader -> new Suggestions(reader).of(typed.strip(), limit)));
        return all.stream().limit(limit).toList();
    }

    private Inquiry inquiry(DirectoryReader reader, SearchQuery query, Question question) throws IOException {
        return inquiry(reader, query, question, keptMatches);
    }

    private Inquiry inquiry(DirectoryReader reader, SearchQuery query, Question question, KeptMatches kept)
            throws IOException {
        return new Inquiry(reader, query, question, words(), extensions.of(SearchFacet.class), kept);
    }

    private Question read(SearchQuery query) {
        try {
            return QuestionReader.read(query.words(), query.matching(), Vocabulary.of(synonyms(), extensions));
        } catch (IOException unreadable) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.WORKSPACE,
                    "The file of synonyms can't be read: " + unreadable.getMessage() + ".",
                    "Mend it or move it away: " + Synonyms.FILE + " in the data folder of the index.",
                    unreadable);
        }
    }

    /// Something that is found out from one state of the index.
    @FunctionalInterface
    private interface Look<T> {
        T at(DirectoryReader reader) throws IOException;
    }

    private <T> T ask(Look<T> look) {
        try {
            if (held < store.lastChange()) {
                catchUpIfPossible();
            }
            return look(look);
        } catch (IOException fault) {
            if (!Shelf.isDamage(fault)) {
                throw unusable(fault);
            }
            rebuild(Progress.NONE);
            try {
                return look(look);
            } catch (IOException again) {
                throw unusable(again);
            }
        }
    }

    private <T> T look(Look<T> look) throws IOException {
        Shelf.Reading reading = shelf().reader();
        try {
            return look.at(reading.reader());
        } finally {
            reading.release();
        }
    }

    @Override
    public int catchUp(Progress progress) {
        writing.lock();
        try {
            return switch (standing()) {
                case Standing.Unusable _ -> readAll(progress);
                case Standing.Missing _ -> follow(0, progress);
                case Standing.Holds(long sequence) -> follow(sequence, progress);
            };
        } catch (IOException fault) {
            throw unusable(fault);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public int rebuild(Progress progress) {
        writing.lock();
        try {
            return readAll(progress);
        } catch (IOException fault) {
            throw unusable(fault);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public List<HealthFinding> check() {
        try {
            return new Comparison(shelf(), store, reports).findings();
        } catch (IOException fault) {
            throw unusable(fault);
        }
    }

    /// Answers from what is there when another process writes, or nobody may.
    private void catchUpIfPossible() throws IOException {
        writing.lock();
        try {
            Standing standing = standing();
            try {
                switch (standing) {
                    case Standing.Unusable _ -> readAll(Progress.NONE);
                    case Standing.Missing _ -> follow(0, Progress.NONE);
                    case Standing.Holds(long sequence) -> follow(sequence, Progress.NONE);
                }
            } catch (NotWritableException readOnly) {
                if (!(standing instanceof Standing.Holds)) {
                    throw readOnly;
                }
            }
        } finally {
            writing.unlock();
        }
    }

    /// An index that knows changes the store hasn't made yet belongs to another store, such as one put back
    /// from a backup.
    private Standing standing() throws IOException {
        Standing standing = shelf().standing();
        return standing instanceof Standing.Holds(long sequence) && sequence > store.lastChange()
                ? new Standing.Unusable("The index is ahead of the store.")
                : standing;
    }

    /// Takes in every change of reports after `sequence`.
    private int follow(long sequence, Progress progress) throws IOException {
        boolean isNew = shelf().standing() instanceof Standing.Missing;
        int taken = 0;
        long reached = sequence;
        long last = store.lastChange();
        try {
            List<Change> changes = store.changesAfter(reached, SUBJECT, CHANGES_A_LOOK);
            while (!changes.isEmpty()) {
                Set<String> changed =
                        changes.stream().map(Change::id).collect(Collectors.toCollection(LinkedHashSet::new));
                progress.total(taken + (long) changed.size());
                for (String id : changed) {
                    progress.stopIfCancelled();
                    taken += takeIn(id, progress) ? 1 : 0;
                }
                reached = changes.getLast().sequence();
                shelf().commit(reached);
                isNew = false;
                changes = store.changesAfter(reached, SUBJECT, CHANGES_A_LOOK);
            }
            // what changed since, and is no report's, is not looked at again
            reached = Math.max(reached, last);
            if (taken >= CHANGES_A_LOOK) {
                shelf().tidy(reached);
            }
            if (isNew) {
                shelf().commit(reached);
            }
            held = reached;
            return taken;
        } catch (IOException | RuntimeException | Error interrupted) {
            shelf().abandon();
            throw interrupted;
        }
    }

    /// Replaces whatever the index holds of the report by its newest version.
    ///
    /// @return false if there is none any more
    private boolean takeIn(String id, Progress progress) throws IOException {
        IndexWriter writer = shelf().writer();
        Optional<Report> report = reports.find(id);
        Term sameReport = new Term(Fields.REPORT, id);
        if (report.isPresent() && !report.get().paragraphs().isEmpty()) {
            writer.updateDocuments(sameReport, documents().of(report.get()));
        } else {
            writer.deleteDocuments(sameReport);
        }
        progress.step(report.map(it -> it.facts().title()).orElse(id));
        return report.isPresent();
    }

    /// Reads all reports again. One commit at the end: until then the old index answers, and a death on the
    /// way leaves it as it was.
    private int readAll(Progress progress) throws IOException {
        boolean isDamaged = shelf().standing() instanceof Standing.Unusable;
        long reached = store.lastChange();
        List<ReportSummary> all = reports.list(ReportFilter.ALL);
        progress.total(all.size());
        try {
            IndexWriter writer = shelf().freshWriter(isDamaged);
            int taken = 0;
            for (ReportSummary summary : all) {
                progress.stopIfCancelled();
                Optional<Report> report = reports.find(summary.id());
                if (report.isPresent()) {
                    writer.addDocuments(documents().of(report.get()));
                    taken++;
                }
                progress.step(summary.facts().title());
            }
            shelf().tidy(reached);
            held = reached;
            return taken;
        } catch (IOException | RuntimeException | Error interrupted) {
            shelf().abandon();
            throw interrupted;
        }
    }

    /// Asked for by whoever writes.
    private ReportDocuments documents() throws IOException {
        ReportDocuments open = documents;
        if (open == null) {
            open = new ReportDocuments(words());
            documents = open;
        }
        return open;
    }

    private synchronized Synonyms synonyms() throws IOException {
        Synonyms open = synonyms;
        if (open == null) {
            open = Synonyms.in(scope.dataFolder());
            synonyms = open;
        }
        return open;
    }

    private synchronized Words words() throws IOException {
        Words open = words;
        if (open == null) {
            open = new Words(scope.dataFolder());
            words = open;
        }
        return open;
    }

    private synchronized Shelf shelf() throws IOException {
        Shelf open = shelf;
        if (open == null) {
            open = new Shelf(scope.dataFolder().resolve("paragraphs"));
            scope.onClose(open);
            shelf = open;
        }
        return open;
    }

    private static WorkbenchException unusable(IOException fault) {
        String remedy = fault instanceof NotWritableException
                ? "Wait until the other process is done, or give this one the right to write; then try again."
                : "Run `gewu reindex`; if that fails too, look whether the disk is full or failing.";
        return new WorkbenchException(
                WorkbenchException.Kind.WORKSPACE, "The index can't be used: " + fault.getMessage(), remedy, fault);
    }
}
