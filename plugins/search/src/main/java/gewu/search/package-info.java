/// The search command and the search view: a question in people's words, and the answer told.
@NullMarked
package gewu.search;

import org.jspecify.annotations.NullMarked;
