/// Reads OpenDocument texts and tables.
@NullMarked
package gewu.importodt;

import org.jspecify.annotations.NullMarked;
