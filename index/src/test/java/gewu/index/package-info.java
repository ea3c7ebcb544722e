@NullMarked
package gewu.index;

import org.jspecify.annotations.NullMarked;
