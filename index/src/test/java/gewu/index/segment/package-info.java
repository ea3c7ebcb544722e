@NullMarked
package gewu.index.segment;

import org.jspecify.annotations.NullMarked;
