package gewu.api.problem;

import gewu.api.report.Passage;
import java.util.List;

/// What one report admits and promises.
public record Findings(List<Problem> problems, List<Cause> causes, List<Remedy> remedies, List<Link> links) {
    public static final Findings NONE = new Findings(List.of(), List.of(), List.of(), List.of());

    public Findings {
        problems = List.copyOf(problems);
        causes = List.copyOf(causes);
        remedies = List.copyOf(remedies);
        links = List.copyOf(links);
    }

    /// A shortcoming the report admits.
    ///
    /// @param id         unique within the findings, such as `P1`
    /// @param category   what it is about, such as `预算编制`; empty when unknown
    /// @param confidence from 0 to 1
    public record Problem(String id, String category, Passage passage, double confidence) {}

    /// Why there is a problem.
    ///
    /// @param problem id of the problem it explains
    public record Cause(String id, String problem, Passage passage) {}

    /// What the report promises to do.
    public record Remedy(String id, Passage passage, double confidence) {}

    /// A remedy answers a problem.
    ///
    /// @param why in one sentence
    public record Link(String problem, String remedy, Strength strength, String why) {}

    public enum Strength {
        STRONG,
        PARTIAL
    }
}
