package gewu.kernel.intake;

import gewu.api.report.SectionRole;
import java.util.regex.Pattern;

/// A shape of headings that says a role, with what tells at a glance that the shape is not there.
///
/// @param signs one of these stands in all words of this shape; empty where no such characters are known
/// @param ends  all words of this shape end with one of these; empty where they may end otherwise
record HeadingRule(SectionRole role, String signs, String ends, Pattern pattern) {
    HeadingRule(SectionRole role, String signs, String ends, String pattern) {
        this(role, signs, ends, Pattern.compile(pattern));
    }
}
