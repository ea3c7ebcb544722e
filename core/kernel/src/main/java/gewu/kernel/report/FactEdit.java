package gewu.kernel.report;

import gewu.api.report.Fact;
import gewu.api.store.Store;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One fact a person wants changed.
///
/// @param now what it shall be; empty takes a person's word back
record FactEdit(String report, Fact.Field field, String before, String now) {

    /// Makes all of them or none.
    static void make(List<FactEdit> edits, Store store, Clock clock) {
        ReportTable table = new ReportTable(store);
        Set<String> changed = new LinkedHashSet<>();
        store.inTransaction(() -> {
            for (FactEdit edit : edits) {
                changed.add(edit.report());
                if (edit.now().isEmpty()) {
                    table.takeBack(edit.report(), edit.field().id());
                } else {
                    table.say(edit.report(), edit.field().id(), edit.now(), clock.instant());
                }
            }
            changed.forEach(table::showAnew);
        });
    }
}
