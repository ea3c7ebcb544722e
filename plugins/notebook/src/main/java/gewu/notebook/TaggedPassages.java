package gewu.notebook;

import gewu.api.report.Passage;
import gewu.api.report.Reports;
import gewu.api.store.Store;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Answers where the passages stand that have a tag, or a note that holds some words, as the reports are
/// now; what is
/// gone is left out.
final class TaggedPassages {
    private final AnnotationTable annotations;
    private final Reports reports;

    TaggedPassages(Store store, Reports reports, Clock clock) {
        this.annotations = new AnnotationTable(store, clock);
        this.reports = reports;
    }

    /// Hands over the passages with this tag, those of one report together.
    void tagged(String tag, Consumer<Passage> passage) {
        each(Annotation.Kind.TAG, it -> it.words().equals(tag), passage);
    }

    /// Hands over the passages with a note that holds these words, those of one report together.
    void noted(String words, Consumer<Passage> passage) {
        String wanted = words.toLowerCase(Locale.ROOT);
        each(Annotation.Kind.NOTE, it -> it.words().toLowerCase(Locale.ROOT).contains(wanted), passage);
    }

    private void each(Annotation.Kind kind, Predicate<Annotation> isMeant, Consumer<Passage> passage) {
        PlaceFinder places = new PlaceFinder(reports);
        annotations.list(kind).stream()
                .filter(isMeant)
                .map(it -> places.find(it.anchor()).passage(it.quote()))
                .flatMap(Optional::stream)
                .forEach(passage);
    }
}
