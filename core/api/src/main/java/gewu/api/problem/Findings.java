package gewu.api.problem;

import gewu.api.report.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one report admits and promises. Each list in reading order.
public record Findings(List<Problem> problems, List<Cause> causes, List<Remedy> remedies, List<Link> links) {
    public static final Findings NONE = new Findings(List.of(), List.of(), List.of(), List.of());

    public Findings {
        problems = List.copyOf(problems);
        causes = List.copyOf(causes);
        remedies = List.copyOf(remedies);
        links = List.copyOf(links);
    }

    public boolean isEmpty() {
        return problems.isEmpty() && causes.isEmpty() && remedies.isEmpty() && links.isEmpty();
    }

    /// The causes of a problem.
    public List<Cause> causesOf(Problem problem) {
        return causes.stream().filter(it -> it.problem().equals(problem.id())).toList();
    }

    /// The links of a problem, the strongest first.
    public List<Link> linksOf(Problem problem) {
        return links.stream()
                .filter(it -> it.problem().equals(problem.id()))
                .sorted((a, b) -> Double.compare(b.score(), a.score()))
                .toList();
    }

    /// The remedy with an id.
    public Optional<Remedy> remedy(String id) {
        return remedies.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /// Problems that nothing answers (有问题无措施).
    public List<Problem> unanswered() {
        return problems.stream()
                .filter(it -> links.stream().noneMatch(link -> link.problem().equals(it.id())))
                .toList();
    }

    /// Remedies that answer nothing (有措施无问题).
    public List<Remedy> orphans() {
        return remedies.stream()
                .filter(it -> links.stream().noneMatch(link -> link.remedy().equals(it.id())))
                .toList();
    }

    /// Where in a report something is said, which says how much it is meant.
    public enum Scope {
        /// In a section, table or sentence that is about problems or remedies.
        CORE,
        /// Elsewhere, such as under supervision or in other notes.
        PERIPHERAL,
        /// Said by nobody; a figure shows it.
        IMPLICIT;

        /// As programs write it: `core`.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A shortcoming the report admits.
    ///
    /// @param id         unique within the findings, such as `P1`
    /// @param category   what it is about, such as `预算编制`; empty when unknown
    /// @param passage    the words that name the shortcoming
    /// @param more       further passages that explain it, in reading order
    /// @param settled    whether the report says it is put right already
    /// @param confidence from 0 to 1
    /// @param why        which marks and rules decided
    public record Problem(
            String id,
            Scope scope,
            String category,
            Passage passage,
            List<Passage> more,
            boolean settled,
            double confidence,
            String why) {
        public Problem {
            more = List.copyOf(more);
        }

        /// The least every finder knows.
        public Problem(String id, String category, Passage passage, double confidence) {
            this(id, Scope.CORE, category, passage, List.of(), false, confidence, "");
        }
    }

    /// Why there is a problem.
    ///
    /// @param problem id of the problem it explains; one passage may explain several, each by a cause of its own
    public record Cause(String id, String problem, Passage passage) {}

    /// What the report promises to do.
    ///
    /// @param id         unique within the findings, such as `R1`
    /// @param heading    the slogan over it; null for none
    /// @param confidence from 0 to 1
    /// @param why        which marks and rules decided
    public record Remedy(
            String id,
            Scope scope,
            Kind kind,
            Passage passage,
            @Nullable Passage heading,
            double confidence,
            String why) {
        /// The least every finder knows.
        public Remedy(String id, Passage passage, double confidence) {
            this(id, Scope.CORE, Kind.PLANNED, passage, null, confidence, "");
        }

        /// The slogan over it, if any.
        public Optional<Passage> slogan() {
            return Optional.ofNullable(heading);
        }

        /// What a remedy is.
        public enum Kind {
            PLANNED,
            /// Done already.
            TAKEN,
            /// Promises only what holds anyway, such as to obey a law (措施空泛).
            GENERAL,
            /// Asks another office to do something.
            ADVICE,
            /// Says no more than that all is put right.
            RESOLUTION_STATEMENT;

            /// As programs write it: `planned`.
            public String id() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /// A remedy answers a problem.
    ///
    /// @param score how near they are, from 0 to 1
    /// @param why   in one sentence
    public record Link(String problem, String remedy, Strength strength, double score, String why) {
        /// A link whose score follows from its strength.
        public Link(String problem, String remedy, Strength strength, String why) {
            this(problem, remedy, strength, strength == Strength.STRONG ? 1 : 0.5, why);
        }
    }

    public enum Strength {
        /// The remedy acts on the object of the problem.
        STRONG,
        /// It acts on a part of it, or on its neighbour.
        PARTIAL;

        /// As programs write it: `strong`.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
