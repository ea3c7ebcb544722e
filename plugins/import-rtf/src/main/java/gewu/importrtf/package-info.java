/// Reads Rich Text documents with their tables.
@NullMarked
package gewu.importrtf;

import org.jspecify.annotations.NullMarked;
