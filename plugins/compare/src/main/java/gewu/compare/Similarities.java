package gewu.compare;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.report.SourceText;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers who else says nearly the same: as a paragraph, as each paragraph of a report, or as some words.
final class Similarities {
    /// Paragraphs must be this much alike, in percent, unless somebody says otherwise.
    static final int LEAST = 50;

    private static final int HUNDRED = 100;

    private final Reports reports;
    private final SimilarFinder finder;

    Similarities(Reports reports, Sheets sheets) {
        this.reports = reports;
        this.finder = new SimilarFinder(reports, sheets);
    }

    /// A question.
    ///
    /// @param report    words that mean a report; empty to ask about words
    /// @param paragraph its number; 0 for all of the report
    /// @param words     asked about where no report is meant
    /// @param least     how alike they must be, in percent
    /// @param limit     how many at most for each paragraph
    record Question(String report, int paragraph, String words, int least, int limit) {}

    /// What was found for one paragraph, best first.
    record Answer(Wording asked, List<SimilarFinder.Similar> found) {
        Answer {
            found = List.copyOf(found);
        }
    }

    /// The answers, paragraph by paragraph; of a whole report only for those of which something was found.
    ///
    /// @throws WorkbenchException if there is no such report or paragraph, or too few words to be alike to anything
    List<Answer> answer(Question question) {
        if (question.least() > HUNDRED) {
            throw usage("--least takes percents up to 100, not " + question.least() + ".", "Write it like --least 60.");
        }
        Set<String> but = new HashSet<>();
        List<Wording> asked = new ArrayList<>();
        if (question.report().isBlank()) {
            asked.add(wording(question.words()));
        } else {
            Report report = report(question.report());
            but.add(report.id());
            reports.versions(report.id()).stream().filter(it -> !it.isOffered()).forEach(it -> but.add(it.report()));
            asked.addAll(
                    question.paragraph() > 0 ? List.of(paragraph(report, question.paragraph())) : paragraphs(report));
        }
        double least = (double) question.least() / HUNDRED;
        List<List<SimilarFinder.Similar>> found = finder.find(asked, but, least, question.limit());
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (asked.size() == 1 || !found.get(i).isEmpty()) {
                answers.add(new Answer(asked.get(i), found.get(i)));
            }
        }
        return answers;
    }

    private Report report(String words) {
        ReportSummary summary = reports.named(words);
        return reports.find(summary.id())
                .orElseThrow(() -> new WorkbenchException(
                        "The report " + summary.id() + " has just been taken away.", "Ask again."));
    }

    private static Wording paragraph(Report report, int number) {
        if (number > report.paragraphs().size()) {
            throw usage(
                    "The report " + report.id() + " has no paragraph " + number + "; it has "
                            + report.paragraphs().size() + ".",
                    "gewu search and gewu align say the numbers of paragraphs.");
        }
        Paragraph paragraph = report.paragraphs().get(number - 1);
        Wording body = Sheet.body(report, paragraph);
        return checked(body.size() == 0 ? Wording.of(report, paragraph) : body);
    }

    private static List<Wording> paragraphs(Report report) {
        return report.paragraphs().stream()
                .filter(it -> !Sheet.isTable(report, it))
                .map(it -> Sheet.body(report, it))
                .filter(it -> it.size() >= Sheet.FEWEST_WORDS)
                .toList();
    }

    /// Words that somebody typed, as a paragraph of a report that is nobody's.
    private static Wording wording(String words) {
        Paragraph all = new Paragraph(1, 1, 0, 0, words.length());
        ReportFacts nobody = new ReportFacts("", "", "", 0, ReportKind.OTHER);
        Report report = new Report("-", 1, nobody, SourceText.onePage(words), List.of(all), List.of());
        return checked(Wording.of(report, all));
    }

    private static Wording checked(Wording wording) {
        if (wording.size() < Sheet.FEWEST_WORDS) {
            throw usage(
                    "“" + wording.text().strip() + "” is too short to be alike to anything.",
                    "Take at least " + Sheet.FEWEST_WORDS + " characters; gewu search finds shorter words.");
        }
        return wording;
    }

    // ---- for people

    static Panel panel(Question question, List<Answer> answers, Optional<Sheets.Missing> missing) {
        List<Panel> panels = new ArrayList<>();
        missing.ifPresent(it -> panels.add(behind(it)));
        for (Answer answer : answers) {
            Report report = answer.asked().report();
            String name = Places.name(report.facts());
            Label place = name.isEmpty()
                    ? new Label("所给文字", "The words given")
                    : Places.place(report, answer.asked().paragraph());
            panels.add(DifferencePanels.document(
                    name.isEmpty()
                            ? place
                            : new Label("◆ " + name + " · " + place.zh(), "◆ " + name + " · " + place.en()),
                    answer.asked(),
                    List.of()));
            answer.found().forEach(it -> panels.add(of(it)));
        }
        boolean isNone = answers.stream().allMatch(it -> it.found().isEmpty());
        panels.add(isNone ? none(question) : total(question, answers));
        return new Panel.Stack(panels);
    }

    private static Panel of(SimilarFinder.Similar similar) {
        Wording found = similar.found();
        Difference difference = Difference.of(similar.asked(), found);
        Label place = Places.place(found.report(), found.paragraph());
        Label kind = DifferencePanels.label(difference.kind());
        String percent = Math.round(similar.likeness() * HUNDRED) + "%";
        String name = Places.name(found.report().facts());
        Label head = new Label(
                percent + " · " + name + " · " + place.zh() + " · " + kind.zh(),
                percent + " · " + name + " · " + place.en() + " · " + kind.en());
        return DifferencePanels.differing(head, difference);
    }

    private static Panel none(Question question) {
        return new Panel.Text(new Label(
                "没有别的报告有相似度不低于 " + question.least() + "% 的段落；可用 --least 放宽。",
                "No other report has a paragraph that is at least " + question.least()
                        + "% alike; --least asks for less."));
    }

    private static Panel total(Question question, List<Answer> answers) {
        long found = answers.stream().mapToLong(it -> it.found().size()).sum();
        long others = answers.stream()
                .flatMap(it -> it.found().stream())
                .map(it -> it.found().report().id())
                .distinct()
                .count();
        boolean isFull = answers.stream().anyMatch(it -> it.found().size() == question.limit());
        return new Panel.Text(new Label(
                "共 " + found + " 个相似段落，在 " + others + " 份报告里"
                        + (isFull ? "；每段至多列 " + question.limit() + " 个（--limit）" : "") + "。标记处为不同的文字或数字。",
                found + " paragraphs in " + others + " reports"
                        + (isFull ? "; at most " + question.limit() + " for each (--limit)" : "")
                        + ". Marked: what differs."));
    }

    /// Why the newest reports are not in the answer.
    static Panel behind(Sheets.Missing missing) {
        return new Panel.Text(new Label(
                "另一个程序正占用工作区，最近 " + missing.changes() + " 处变更还没有算进来。",
                "Another program holds the workspace; its last " + missing.changes()
                        + " changes are not counted yet."));
    }

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }
}
