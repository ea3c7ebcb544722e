/// Tables on their way into files: what to write, and the extension point for how.
@NullMarked
package gewu.api.export;

import org.jspecify.annotations.NullMarked;
