package gewu.api.workbench;

import gewu.api.Label;
import gewu.api.job.Progress;
import gewu.api.plugin.ExtensionPoint;
import java.util.Optional;

/// Extension point `upkeep`: work the workbench does by itself while it is open in a browser, such as reading again
/// what an older edition of a plugin read. It is done once when the workbench opens, and with the attribute `minutes`
/// again each time so many have gone by; one upkeep never runs twice at the same time.
///
/// It may be stopped at any moment, with the program or by a person: what is done stays done, and the next turn goes
/// on from there. An exception is told and recorded; the next turn comes all the same.
public interface Upkeep extends ExtensionPoint {
    /// Does what is due now.
    ///
    /// @return what was done, for people; empty when nothing was due
    Optional<Label> run(Progress progress) throws Exception;
}
