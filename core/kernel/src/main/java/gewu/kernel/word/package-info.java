/// Words for people: sentences are written and kept in English, and shown in Chinese where people read Chinese.
@NullMarked
package gewu.kernel.word;

import org.jspecify.annotations.NullMarked;
