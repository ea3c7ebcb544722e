/// What importers of flowing files share: the text as it grows, tables in it, XML from strangers, and a way to refuse a
/// file from the depths of its format.
@NullMarked
package gewu.api.intake.flow;

import org.jspecify.annotations.NullMarked;
