/// Finding paragraphs: the question, the answer, and the index behind it.
@NullMarked
package gewu.api.search;

import org.jspecify.annotations.NullMarked;
