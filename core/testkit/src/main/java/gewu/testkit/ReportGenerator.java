package gewu.testkit;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes self-evaluation reports for benchmarks, kill tests and identity tests: about 7,000 characters and 60
/// paragraphs each, with the headings, figures and layout faults that real ones have.
///
/// The same seed and number give the same report, in whatever order they are asked for; two numbers never give the same
/// text. Safe for all threads.
public final class ReportGenerator {
    private static final Phrasebook PHRASES = Phrasebook.read("phrases.txt");

    private final long seed;

    public ReportGenerator(long seed) {
        this.seed = seed;
    }

    /// A report that was made.
    ///
    /// @param name a file name, unique within the seed
    /// @param text two in five have lines broken inside words and numbers, as PDF programs break them
    public record Generated(String name, String text) {}

    /// The report with number `n`.
    public Generated report(int n) {
        Composition composition = new Composition(PHRASES, seed, n);
        String text = composition.write();
        return new Generated(
                composition.org() + "-" + composition.year() + "-" + String.format("%06d", n) + ".txt", text);
    }

    /// The reports 0 to `count` - 1.
    public Stream<Generated> reports(int count) {
        return IntStream.range(0, count).mapToObj(this::report);
    }
}
