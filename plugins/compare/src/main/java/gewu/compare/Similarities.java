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
import java.util.Map;
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
    /// @param part      which paragraphs of all of a report are asked about
    record Question(String report, int paragraph, String words, int least, int limit, Part part) {
        /// A question about all of a report at once.
        Question(String report, int paragraph, String words, int least, int limit) {
            this(report, paragraph, words, least, limit, Part.ALL);
        }
    }

    /// Some of a report's paragraphs that say enough: those of a long report are not looked for all at once.
    ///
    /// @param from the number of the first paragraph
    /// @param most how many
    record Part(int from, int most) {
        static final Part ALL = new Part(1, Integer.MAX_VALUE);
    }

    /// What was found.
    ///
    /// @param list paragraph by paragraph; of a whole report only those of which something was found
    /// @param next the number of the paragraph where the next part begins; 0 where nothing is left
    record Answers(List<Answer> list, int next) {
        Answers {
            list = List.copyOf(list);
        }
    }

    /// What was found for one paragraph, best first.
    record Answer(Wording asked, List<SimilarFinder.Similar> found) {
        Answer {
            found = List.copyOf(found);
        }
    }

    /// @throws WorkbenchException if there is no such report or paragraph, or too few words to be alike to anything
    Answers answer(Question question) {
        if (question.least() > HUNDRED) {
            throw usage("--least takes percents up to 100, not " + question.least() + ".", "Write it like --least 60.");
        }
        Set<String> but = new HashSet<>();
        List<Wording> asked = new ArrayList<>();
        int next = 0;
        if (question.report().isBlank()) {
            asked.add(wording(question.words()));
        } else {
            Report report = report(question.report());
            but.add(report.id());
            reports.versions(report.id()).stream().filter(it -> !it.isOffered()).forEach(it -> but.add(it.report()));
            if (question.paragraph() > 0) {
                asked.add(paragraph(report, question.paragraph()));
            } else {
                Part part = question.part();
                List<Wording> left = paragraphs(report).stream()
                        .filter(it -> it.paragraph().number() >= part.from())
                        .toList();
                asked.addAll(left.subList(0, Math.min(part.most(), left.size())));
                next = left.size() > part.most()
                        ? left.get(part.most()).paragraph().number()
                        : 0;
            }
        }
        double least = (double) question.least() / HUNDRED;
        List<List<SimilarFinder.Similar>> found = finder.find(asked, but, least, question.limit());
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (asked.size() == 1 || !found.get(i).isEmpty()) {
                answers.add(new Answer(asked.get(i), found.get(i)));
            }
        }
        return new Answers(answers, next);
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

    static Panel panel(Question question, Answers answers, Optional<Sheets.Missing> missing) {
        List<Panel> panels = new ArrayList<>();
        missing.ifPresent(it -> panels.add(behind(it)));
        for (Answer answer : answers.list()) {
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
        boolean isNone = answers.list().stream().allMatch(it -> it.found().isEmpty());
        boolean isPart = question.part().from() > 1 || answers.next() > 0;
        if (!isPart) {
            panels.add(isNone ? none(question) : total(question, answers.list()));
        } else if (answers.list().isEmpty()) {
            panels.add(new Panel.Text(new Label("这一部分没有相似段落。", "Nothing like this part stands elsewhere.")));
        }
        if (isPart) {
            panels.add(new Panel.Links(Label.same(""), ways(question, answers.next())));
        }
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

    /// To the first and the next part of a report.
    private static List<Panel.Link> ways(Question question, int next) {
        Panel.Target view = new Panel.Target("similar", Map.of("report", question.report()))
                .with("least", question.least() == LEAST ? "" : Integer.toString(question.least()));
        List<Panel.Link> ways = new ArrayList<>();
        if (question.part().from() > 1) {
            ways.add(new Panel.Link(new Label("从头看", "From the beginning"), view));
        }
        if (next > 0) {
            ways.add(new Panel.Link(
                    new Label("接着看第 " + next + " 段起", "Go on with paragraph " + next),
                    view.with("from", Integer.toString(next))));
        }
        return ways;
    }

    private static Panel none(Question question) {
        String zh = "没有别的报告有相似度不低于 " + question.least() + "% 的段落";
        String en = "No other report has a paragraph that is at least " + question.least() + "% alike";
        return Panel.Advice.way(
                new Label(zh + "；可用 --least 放宽。", en + "; --least asks for less."),
                new Label(zh + "。可以把相似度写低一些。", en + ". Ask for less alike ones."));
    }

    private static Panel total(Question question, List<Answer> answers) {
        long found = answers.stream().mapToLong(it -> it.found().size()).sum();
        long others = answers.stream()
                .flatMap(it -> it.found().stream())
                .map(it -> it.found().report().id())
                .distinct()
                .count();
        boolean isFull = answers.stream().anyMatch(it -> it.found().size() == question.limit());
        String zh = "共 " + found + " 个相似段落，在 " + others + " 份报告里" + (isFull ? "；每段至多列 " + question.limit() + " 个" : "");
        String en = found + " paragraphs in " + others + " reports"
                + (isFull ? "; at most " + question.limit() + " for each" : "");
        return Panel.Advice.way(
                new Label(
                        zh + (isFull ? "（--limit）" : "") + "。标记处为不同的文字或数字。",
                        en + (isFull ? " (--limit)" : "") + ". Marked: what differs."),
                new Label(zh + "。标记处为不同的文字或数字。", en + ". Marked: what differs."));
    }

    /// Why the newest reports are not in the answer.
    static Panel behind(Sheets.Missing missing) {
        return new Panel.Text(
                missing.isUnderWay()
                        ? new Label(
                                "正在后台比对新来的报告，还有 " + missing.changes() + " 份没有算进来；比对完会自动刷新。",
                                "Newly arrived reports are being compared; " + missing.changes()
                                        + " are not counted yet. What stands here follows by itself.")
                        : new Label(
                                "另一个程序正占用工作区，最近 " + missing.changes() + " 份有变动的报告还没有算进来。",
                                "Another program holds the workspace; " + missing.changes()
                                        + " reports that changed are not counted yet."));
    }

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }
}
