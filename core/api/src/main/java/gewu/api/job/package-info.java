/// Long work with progress and cancel.
@NullMarked
package gewu.api.job;

import org.jspecify.annotations.NullMarked;
