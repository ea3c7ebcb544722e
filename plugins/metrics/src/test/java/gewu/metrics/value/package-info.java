/// Tests of the package.
@NullMarked
package gewu.metrics.value;

import org.jspecify.annotations.NullMarked;
