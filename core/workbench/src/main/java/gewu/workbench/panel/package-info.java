/// Views on the command line: as lines for people, as rows for programs.
@NullMarked
package gewu.workbench.panel;

import org.jspecify.annotations.NullMarked;
