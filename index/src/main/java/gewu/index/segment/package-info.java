/// Cuts Chinese text into words: the same words as Lucene's `HMMChineseTokenizer`, from the same dictionaries, several
/// times as fast.
///
/// [WordDictionary] is opened once and shared; [WordTokenizer] and [Segmenter] are cheap and belong to one thread each.
@NullMarked
package gewu.index.segment;

import org.jspecify.annotations.NullMarked;
