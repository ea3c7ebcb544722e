@NullMarked
package gewu.workbench.command;

import org.jspecify.annotations.NullMarked;
