package gewu.ledger;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Goes through the events of a series subject by subject and folds each; never holds more than one.
final class Folds {
    /// Behind every event; the store writes instants with four digits for the year.
    static final Instant ALWAYS = Instant.parse("9999-12-31T23:59:59Z");

    private final Consumer<Fold> to;
    private String subject = "";
    private Fields.Folding folding = new Fields.Folding();
    private long events;
    private long last;
    private long odd;

    private Folds(Consumer<Fold> to) {
        this.to = to;
    }

    /// A subject as its events make it.
    ///
    /// @param events how many
    /// @param odd    number of the first event whose old values are not what was before; 0 if all fit
    record Fold(String id, Fields fields, long events, long lastEvent, long odd) {}

    /// @param until events after it are left out
    static void each(EventLog log, String series, Instant until, Consumer<Fold> to) {
        Folds folds = new Folds(to);
        log.folding(series, until, folds::take);
        folds.end();
    }

    private void take(EventLog.Bare event) {
        if (!event.subject().equals(subject)) {
            end();
            subject = event.subject();
            folding = new Fields.Folding();
            events = 0;
            odd = 0;
        }
        List<String> misfits = folding.add(Canon.read(event.changes()));
        if (!misfits.isEmpty() && odd == 0) {
            odd = event.sequence();
        }
        events++;
        last = event.sequence();
    }

    private void end() {
        if (!subject.isEmpty()) {
            to.accept(new Fold(subject, folding.fields(), events, last, odd));
        }
    }
}
