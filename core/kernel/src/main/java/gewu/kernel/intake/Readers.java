package gewu.kernel.intake;

import gewu.api.metric.Metric;
import gewu.api.metric.MetricExtractor;
import gewu.api.plugin.Extension;
import gewu.api.plugin.ExtensionPoint;
import gewu.api.plugin.Extensions;
import gewu.api.problem.Findings;
import gewu.api.problem.ProblemFinder;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.kernel.report.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Has all extractors and finders read a report. One that fails, or answers against its contract, costs a
/// remark and never the report; what it found at a passage that is not there is left out.
final class Readers {
    private final Extensions extensions;
    private final UnaryOperator<String> versionOf;

    /// @param versionOf the version of a plugin by its id
    Readers(Extensions extensions, UnaryOperator<String> versionOf) {
        this.extensions = extensions;
        this.versionOf = versionOf;
    }

    List<Finding> read(Report report) {
        List<Finding> found = new ArrayList<>();
        for (Extension<MetricExtractor> extractor : extractors()) {
            contained(extractor, found, () -> metrics(report, extractor, found));
        }
        for (Extension<ProblemFinder> finder : finders()) {
            contained(finder, found, () -> problems(report, finder, found));
        }
        return List.copyOf(found);
    }

    List<Extension<MetricExtractor>> extractors() {
        return extensions.of(MetricExtractor.class);
    }

    List<Extension<ProblemFinder>> finders() {
        return extensions.of(ProblemFinder.class);
    }

    /// Has one finder read a report.
    List<Finding> found(Report report, Extension<ProblemFinder> finder) {
        List<Finding> found = new ArrayList<>();
        contained(finder, found, () -> problems(report, finder, found));
        return List.copyOf(found);
    }

    /// Has one extractor read a report.
    List<Finding> read(Report report, Extension<MetricExtractor> extractor) {
        List<Finding> found = new ArrayList<>();
        contained(extractor, found, () -> metrics(report, extractor, found));
        return List.copyOf(found);
    }

    /// The extractor with its edition: the plugin's version and that of its tables.
    Finding.Owner owner(Extension<MetricExtractor> extractor) {
        return owner(extractor, extractor.instance().edition());
    }

    /// The finder with its edition: the plugin's version and that of its tables.
    Finding.Owner finderOwner(Extension<ProblemFinder> finder) {
        return owner(finder, finder.instance().edition());
    }

    private Finding.Owner owner(Extension<?> extension, String edition) {
        String version = versionOf.apply(extension.plugin());
        return new Finding.Owner(
                extension.plugin(), edition.isEmpty() ? version : version + "+" + edition, extension.id());
    }

    private void contained(Extension<? extends ExtensionPoint> extension, List<Finding> found, Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException | StackOverflowError failed) {
            found.add(new Finding.Remark(finder(extension), "It failed: " + failed));
        }
    }

    private void metrics(Report report, Extension<MetricExtractor> extractor, List<Finding> found) {
        List<Metric> all = extractor.instance().extract(report);
        List<Metric> kept = new ArrayList<>();
        for (Metric metric : all) {
            if (stands(report, metric.passage()) && isShare(metric.confidence())) {
                kept.add(metric);
            }
        }
        remarkLeftOut(extractor, all.size() - kept.size(), found);
        found.add(new Finding.Metrics(owner(extractor), kept));
    }

    private void problems(Report report, Extension<ProblemFinder> finder, List<Finding> found) {
        Findings all = finder.instance().find(report);
        Set<String> problems = new HashSet<>();
        Set<String> others = new HashSet<>();
        Findings kept = new Findings(
                all.problems().stream()
                        .filter(it -> stands(report, it.passage())
                                && it.more().stream().allMatch(more -> stands(report, more))
                                && isShare(it.confidence())
                                && problems.add(it.id()))
                        .toList(),
                all.causes().stream()
                        .filter(it -> stands(report, it.passage()) && problems.contains(it.problem()))
                        .filter(it -> others.add("cause " + it.id()))
                        .toList(),
                all.remedies().stream()
                        .filter(it -> stands(report, it.passage())
                                && it.slogan().stream().allMatch(slogan -> stands(report, slogan))
                                && isShare(it.confidence()))
                        .filter(it -> others.add("remedy " + it.id()))
                        .toList(),
                all.links().stream()
                        .filter(it -> problems.contains(it.problem()) && others.contains("remedy " + it.remedy()))
                        .filter(it -> isShare(it.score()))
                        .filter(it -> others.add("link " + it.problem() + " " + it.remedy()))
                        .toList());
        remarkLeftOut(finder, size(all) - size(kept), found);
        found.add(new Finding.Problems(finderOwner(finder), kept));
    }

    private void remarkLeftOut(Extension<?> extension, int leftOut, List<Finding> found) {
        if (leftOut > 0) {
            found.add(new Finding.Remark(
                    finder(extension),
                    leftOut
                            + " of its findings were left out: their passages are not in the report, or they name what is "
                            + "not there or there already."));
        }
    }

    private Finding.Owner finder(Extension<?> extension) {
        return new Finding.Owner(extension.plugin(), versionOf.apply(extension.plugin()), extension.id());
    }

    private static boolean stands(Report report, Passage passage) {
        return passage.report().equals(report.id())
                && passage.end() <= report.text().length()
                && report.text().startsWith(passage.text(), passage.start())
                && passage.page() == report.source().pageAt(passage.start());
    }

    private static boolean isShare(double confidence) {
        return confidence >= 0 && confidence <= 1;
    }

    private static int size(Findings findings) {
        return findings.problems().size()
                + findings.causes().size()
                + findings.remedies().size()
                + findings.links().size();
    }
}
