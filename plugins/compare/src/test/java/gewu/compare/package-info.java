@NullMarked
package gewu.compare;

import org.jspecify.annotations.NullMarked;
