/// The command line, made from what manifests declare.
@NullMarked
package gewu.workbench.command;

import org.jspecify.annotations.NullMarked;
