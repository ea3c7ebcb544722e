@NullMarked
package gewu.metrics.table;

import org.jspecify.annotations.NullMarked;
