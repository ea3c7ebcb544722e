@NullMarked
package gewu.metrics;

import org.jspecify.annotations.NullMarked;
