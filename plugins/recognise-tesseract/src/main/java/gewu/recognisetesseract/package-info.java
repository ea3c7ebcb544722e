/// Reads the words in pictures of pages with the program tesseract.
@NullMarked
package gewu.recognisetesseract;

import org.jspecify.annotations.NullMarked;
