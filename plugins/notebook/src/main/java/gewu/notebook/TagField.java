package gewu.notebook;

import gewu.api.Nearest;
import gewu.api.report.Reports;
import gewu.api.search.SearchField;
import gewu.api.search.Selection;
import gewu.api.store.Store;
import java.time.Clock;
import java.util.List;

/// `tag:重点` in a question: the passages with this tag.
final class TagField implements SearchField {
    private final AnnotationTable table;
    private final Reports reports;

    TagField(Store store, Reports reports, Clock clock) {
        this.table = new AnnotationTable(store, clock);
        this.reports = reports;
    }

    @Override
    public Selection select(String value) {
        List<Annotation> all = table.list(Annotation.Kind.TAG);
        List<Annotation> tagged =
                all.stream().filter(it -> it.words().equals(value)).toList();
        if (tagged.isEmpty()) {
            throw Fault.usage(
                    "No passage has the tag “" + value + "”.",
                    Nearest.hint(
                            value,
                            all.stream().map(Annotation::words).distinct().toList()));
        }
        return AnnotatedPlaces.of(tagged, reports);
    }
}
