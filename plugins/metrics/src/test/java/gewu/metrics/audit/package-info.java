@NullMarked
package gewu.metrics.audit;

import org.jspecify.annotations.NullMarked;
