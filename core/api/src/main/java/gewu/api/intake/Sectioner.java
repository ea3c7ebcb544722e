package gewu.api.intake;

import gewu.api.plugin.ExtensionPoint;
import gewu.api.report.SourceText;

/// Extension point `sectioner`: cuts a text into paragraphs and sections.
///
/// A sectioner never changes a word and never fails: a text without any heading is paragraphs without
/// sections. Paragraphs and sections come in reading order; paragraphs do not overlap, and every character
/// that is not white space stands in exactly one of them. One instance serves all threads.
public interface Sectioner extends ExtensionPoint {
    Outline cut(SourceText source);
}
