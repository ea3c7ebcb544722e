/// How a file becomes a report: reading it, cutting its text, learning who wrote it, and keeping it.
@NullMarked
package gewu.kernel.intake;

import org.jspecify.annotations.NullMarked;
