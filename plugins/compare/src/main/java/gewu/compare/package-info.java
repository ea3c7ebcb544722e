/// Sets reports side by side: the same section over years and organisations, paragraphs that say nearly the same, and
/// the map of boilerplate.
@NullMarked
package gewu.compare;

import org.jspecify.annotations.NullMarked;
