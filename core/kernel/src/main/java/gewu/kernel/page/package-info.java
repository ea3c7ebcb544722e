/// Makes text of pages: lines, paragraphs, tables, running heads, and whether a text layer can be trusted.
@NullMarked
package gewu.kernel.page;

import org.jspecify.annotations.NullMarked;
