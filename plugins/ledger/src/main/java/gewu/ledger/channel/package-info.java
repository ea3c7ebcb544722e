/// How reminders of the ledger reach people: the extension point `reminder-channel` and what it is given. Other plugins
/// see this package; nothing else of the ledger.
@NullMarked
package gewu.ledger.channel;

import org.jspecify.annotations.NullMarked;
