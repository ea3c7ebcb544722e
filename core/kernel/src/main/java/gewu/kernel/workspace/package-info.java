/// The folder in which everything lives: who may open it, and where things stand in it.
@NullMarked
package gewu.kernel.workspace;

import org.jspecify.annotations.NullMarked;
