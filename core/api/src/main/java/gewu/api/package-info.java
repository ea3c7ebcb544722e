/// What every room and every plugin shares: the one exception that tells people their next move, and labels in two
/// languages.
@NullMarked
package gewu.api;

import org.jspecify.annotations.NullMarked;
