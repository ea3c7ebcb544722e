/// The reports of the workspace: how they are kept, listed, named and shown.
@NullMarked
package gewu.kernel.report;

import org.jspecify.annotations.NullMarked;
