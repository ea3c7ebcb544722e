/// What a terminal shows: widths, tables, trees, passages with marks, a bar.
@NullMarked
package gewu.workbench.terminal;

import org.jspecify.annotations.NullMarked;
