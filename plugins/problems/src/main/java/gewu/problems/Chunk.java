package gewu.problems;

import gewu.api.problem.Findings.Scope;

/// A line, or a part of one, that speaks of one matter.
///
/// @param group  chunks that belong together though other things stand around them, such as the cells of a row and a
///               lead-in with the next; 0 for none
/// @param opens  whether it begins a line
/// @param marked whether a lead-in stands right before it
/// @param area   what tells its section from the next
/// @param trust  how sure the matter is, from 0 to 1
/// @param mark   the heading or lead-in that decided
/// @param level  depth of the section whose heading it is; 0 when it is none
record Chunk(
        Matter matter,
        Scope scope,
        int group,
        Span span,
        boolean opens,
        boolean marked,
        int area,
        double trust,
        String mark,
        int level) {}
