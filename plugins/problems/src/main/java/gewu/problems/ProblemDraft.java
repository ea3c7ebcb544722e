package gewu.problems;

import gewu.api.problem.Findings.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A problem while its container is read.
final class ProblemDraft {
    /// As many passages as any reader would look at.
    private static final int MOST = 100;

    final Scope scope;
    final Item item;
    final int unit;
    final List<Span> more = new ArrayList<>();
    final List<Span> causes = new ArrayList<>();
    final TreeSet<String> marks = new TreeSet<>();
    Span span;
    boolean settled;
    double trust;

    /// @param unit number of the part of the container, from 1
    ProblemDraft(Item item, int unit, Span span, double trust) {
        this.scope = item.scope();
        this.item = item;
        this.unit = unit;
        this.span = span;
        this.trust = trust;
    }

    void goesOnTo(int end) {
        span = new Span(span.start(), Math.max(span.end(), end));
    }

    void explainedBy(Span passage) {
        boolean isOld = more.stream().anyMatch(it -> it.start() <= passage.start() && passage.end() <= it.end());
        if (more.size() < MOST
                && passage.length() > 3
                && !isOld
                && (passage.start() >= span.end() || passage.end() <= span.start())) {
            more.add(passage);
        }
    }

    void causedBy(Span cause) {
        if (causes.size() < MOST && !causes.contains(cause) && cause.length() > 2) {
            causes.add(cause);
        }
    }
}
