package gewu.notebook;

import gewu.api.report.Reports;
import gewu.api.search.SearchField;
import gewu.api.search.Selection;
import gewu.api.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/// `note:口径` in a question: the passages with a note that holds the words.
final class NoteField implements SearchField {
    private final AnnotationTable table;
    private final Reports reports;

    NoteField(Store store, Reports reports, Clock clock) {
        this.table = new AnnotationTable(store, clock);
        this.reports = reports;
    }

    @Override
    public Selection select(String value) {
        String wanted = value.toLowerCase(Locale.ROOT);
        List<Annotation> noted = table.list(Annotation.Kind.NOTE).stream()
                .filter(it -> it.words().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        if (noted.isEmpty()) {
            throw Fault.usage("No note holds “" + value + "”.", "gewu note list shows all notes.");
        }
        return AnnotatedPlaces.of(noted, reports);
    }
}
