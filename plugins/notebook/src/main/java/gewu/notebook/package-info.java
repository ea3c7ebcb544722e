/// What people keep: saved searches and alerts, a notebook of frozen results, notes and tags, citations.
@NullMarked
package gewu.notebook;

import org.jspecify.annotations.NullMarked;
