/// What people decide about figures: confirmed, corrected, rejected, added; kept apart from what was extracted.
@NullMarked
package gewu.metrics.correct;

import org.jspecify.annotations.NullMarked;
