package gewu.ledger.channel;

import gewu.api.plugin.ExtensionPoint;
import java.io.IOException;
import java.util.List;

/// Extension point `reminder-channel`: brings reminders of the ledger to people, by a way of its own. Rules name it by
/// its id, or all channels that are set up by `*`.
///
/// What it is given was written down before. What it could not hand over it is given again, with the next round; if the
/// program ends before its success is written down, too. So it may see a reminder twice: [Notice#number] says that it
/// is the same, and a channel that can, passes over what it has delivered. Called by one thread at a time.
public interface ReminderChannel extends ExtensionPoint {
    /// Whether the office has set it up. While it has not, rules for `*` pass it over, and what waits for it waits
    /// without being tried or complained of. What is set up wrongly is set up: [#handOver] says what is off.
    boolean isSetUp();

    /// Hands over what it can.
    ///
    /// @return what did not reach everybody it is for
    /// @throws IOException if nothing can be handed over now; the message is kept and shown, and it is tried again
    List<Undelivered> handOver(Digest digest) throws IOException;
}
