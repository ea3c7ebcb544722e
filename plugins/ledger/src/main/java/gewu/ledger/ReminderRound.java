package gewu.ledger;

import gewu.api.Label;
import gewu.api.job.Progress;
import gewu.api.workbench.Upkeep;
import gewu.ledger.remind.Round;
import java.util.Optional;

/// Reminds people by itself while the workbench is open; what fell due while it was not goes out first.
final class ReminderRound implements Upkeep {
    private final Reminding reminding;

    ReminderRound(Reminding reminding) {
        this.reminding = reminding;
    }

    @Override
    public Optional<Label> run(Progress progress) {
        Round round = reminding.run(progress);
        return round.sent() == 0 && round.waiting().isEmpty() ? Optional.empty() : Optional.of(reminding.told(round));
    }
}
