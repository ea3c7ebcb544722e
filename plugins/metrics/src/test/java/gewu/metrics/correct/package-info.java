/// Tests of the package.
@NullMarked
package gewu.metrics.correct;

import org.jspecify.annotations.NullMarked;
