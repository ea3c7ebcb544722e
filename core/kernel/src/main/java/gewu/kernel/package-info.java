/// Puts the house together: plugins, workspace, store, jobs, intake.
@NullMarked
package gewu.kernel;

import org.jspecify.annotations.NullMarked;
