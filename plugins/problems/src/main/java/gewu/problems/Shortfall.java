package gewu.problems;

import gewu.api.Label;
import gewu.api.report.Passage;

/// A shortcoming that nobody says and a figure shows: marked implicit, never among the problems that
/// are said, and never sure enough to be taken without a person.
///
/// @param id         unique in its report, such as `S1`
/// @param category   what it is about
/// @param passage    the figure with its plan or its name
/// @param stated     id of a problem of the same matter that the report does name; empty for none
/// @param confidence from 0 to 1, below what needs no second look
record Shortfall(String id, String category, Passage passage, String stated, double confidence, Label why) {}
