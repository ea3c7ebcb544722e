/// Reads plain text files in whatever encoding an office saved them.
@NullMarked
package gewu.importtext;

import org.jspecify.annotations.NullMarked;
