/// Reminders of the ledger by e-mail: settings, addresses, letters and the way to the server.
@NullMarked
package gewu.mail;

import org.jspecify.annotations.NullMarked;
