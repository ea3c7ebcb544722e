@NullMarked
package gewu.search;

import org.jspecify.annotations.NullMarked;
