/// The audit (勾稽校验): which relations between the figures of a report hold.
@NullMarked
package gewu.metrics.audit;

import org.jspecify.annotations.NullMarked;
