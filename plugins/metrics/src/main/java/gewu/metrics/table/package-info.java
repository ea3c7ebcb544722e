/// Figures set side by side: one indicator over organisations and years.
@NullMarked
package gewu.metrics.table;

import org.jspecify.annotations.NullMarked;
