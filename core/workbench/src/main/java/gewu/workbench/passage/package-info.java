/// Stretches of a report as people read them.
@NullMarked
package gewu.workbench.passage;

import org.jspecify.annotations.NullMarked;
