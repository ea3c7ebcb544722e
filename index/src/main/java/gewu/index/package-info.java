/// The full-text index of a workspace: the only room that knows Lucene.
@NullMarked
package gewu.index;

import org.jspecify.annotations.NullMarked;
