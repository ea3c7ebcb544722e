/// Runs long work and shows it.
@NullMarked
package gewu.kernel.job;

import org.jspecify.annotations.NullMarked;
