package gewu.compare;

import gewu.api.Label;
import gewu.api.job.Progress;
import gewu.api.store.Change;
import gewu.api.store.Store;
import gewu.api.workbench.Upkeep;
import java.util.Optional;

/// Makes the sheets of reports that came, while the workbench is open: whoever asks for similar paragraphs or
/// boilerplate then does not wait for them.
final class SheetUpkeep implements Upkeep {
    /// What has changed when sheets were made; windows that show what was compared are shown anew.
    static final String COMPARED = "compared";

    private final Store store;
    private final Sheets sheets;

    SheetUpkeep(Store store, Sheets sheets) {
        this.store = store;
        this.sheets = sheets;
    }

    @Override
    public Optional<Label> run(Progress progress) {
        sheets.keepUp();
        if (!sheets.isUpToDate() && sheets.catchUp(progress).isEmpty()) {
            store.inTransaction(() -> store.changed(COMPARED, "sheets", Change.Kind.UPDATED));
        }
        return Optional.empty();
    }
}
