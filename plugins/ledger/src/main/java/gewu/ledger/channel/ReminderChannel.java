package gewu.ledger.channel;

import gewu.api.plugin.ExtensionPoint;
import java.io.IOException;

/// Extension point `reminder-channel`: brings reminders of the ledger to people, by a way of its own. Rules name it by
/// its
/// id.
///
/// What it is given was written down before. If it fails it is given the same again, with the next round; if the
/// program
/// ends before its success is written down, too. So it may see a reminder twice: [Notice#number] says that it is the
/// same,
/// and a channel that can, passes over what it has delivered. Called by one thread at a time.
public interface ReminderChannel extends ExtensionPoint {
    /// Hands over all of it, or fails.
    ///
    /// @throws IOException if it can't now; the message is kept and shown, and it is tried again
    void handOver(Digest digest) throws IOException;
}
