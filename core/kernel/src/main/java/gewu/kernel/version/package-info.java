/// Recognises the same report saved again, offers it to people as a new version, and shows what changed.
/// Nothing is ever joined without a person's word, and two different years never are.
@NullMarked
package gewu.kernel.version;

import org.jspecify.annotations.NullMarked;
