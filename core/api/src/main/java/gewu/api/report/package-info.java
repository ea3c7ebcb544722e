/// A report as it was read: source text, pages, paragraphs, sections with roles, and the passages that findings point
/// to.
@NullMarked
package gewu.api.report;

import org.jspecify.annotations.NullMarked;
