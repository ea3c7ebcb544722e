package gewu.problems;

import gewu.api.problem.Findings.Scope;
import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import gewu.problems.Openers.Opening;
import java.util.ArrayList;
import java.util.List;

/// Reads what is said outside of the sections that are about problems: what inspectors demanded
/// (peripheral), problems with `关于…的问题` over what was done, and, where a text has no such section at
/// all, what `发现` and `存在` name.
final class LooseReader {
    /// A text as short as this is a passage, and what it says is its matter.
    private static final int PASSAGE = 1200;

    private static final List<String> FOUND = List.of("发现", "查出", "指出", "提出", "反映出", "暴露出", "反馈", "存在");
    private static final List<String> DEMANDED = List.of("提出", "指出", "发现", "反馈", "查出");

    private final Scroll scroll;
    private final String text;
    private final Lexicon lexicon;
    private final ProblemReader problemReader;
    private final RemedyReader remedyReader;
    private int groups = 2_000_000;

    LooseReader(Scroll scroll, Lexicon lexicon, ProblemReader problemReader, RemedyReader remedyReader) {
        this.scroll = scroll;
        this.text = scroll.text();
        this.lexicon = lexicon;
        this.problemReader = problemReader;
        this.remedyReader = remedyReader;
    }

    void read(List<Scroll.Line> lines, boolean hasProblems, List<ProblemDraft> problems, List<RemedyDraft> remedies) {
        for (Scroll.Line line : lines) {
            if (isSupervision(line.section())) {
                readDemands(line, problems, remedies);
            } else if (!hasProblems) {
                readFound(line, problems, remedies);
            }
        }
    }

    private boolean isSupervision(int section) {
        if (section == 0) {
            return false;
        }
        Section of = scroll.report().sections().get(section - 1);
        return of.role() == SectionRole.SUPERVISION || of.heading().contains("监督检查");
    }

    private void readDemands(Scroll.Line line, List<ProblemDraft> problems, List<RemedyDraft> remedies) {
        for (Sentence sentence : Sentence.in(text, line.span())) {
            int at = behind(sentence.span(), DEMANDED);
            if (at < 0) {
                continue;
            }
            int group = ++groups;
            Item item = item(Matter.PROBLEM, Scope.PERIPHERAL, sentence.span(), group, "监督检查");
            List<ProblemDraft> here = new ArrayList<>();
            for (Span part : parts(sentence.span().from(at))) {
                if (lexicon.lacks().in(text, part).isPlain()) {
                    ProblemDraft draft = new ProblemDraft(item, 1, part, 0.8);
                    draft.settled = lexicon.isSettled(sentence.span().in(text));
                    draft.marks.add("检查提出");
                    here.add(draft);
                }
            }
            problems.addAll(here);
            if (!here.isEmpty()) {
                for (Span clause : sentence.clauses(text)) {
                    if (lexicon.isSettled(clause.in(text))) {
                        remedies.addAll(remedyReader.read(item(Matter.DONE, Scope.PERIPHERAL, clause, group, "监督检查")));
                    }
                }
            }
        }
    }

    /// The quoted words of a demand, or its clauses.
    private List<Span> parts(Span span) {
        List<Span> parts = new ArrayList<>();
        int open = -1;
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            boolean isMark = c == '"' || c == '“' || c == '”';
            if (isMark && open < 0) {
                open = i + 1;
            } else if (isMark) {
                parts.add(new Span(open, i));
                open = -1;
            }
        }
        if (parts.isEmpty()) {
            for (Span clause : new Sentence(span, false).clauses(text)) {
                parts.add(scroll.trimmed(clause));
            }
        }
        return parts.stream().filter(it -> it.length() > 3).toList();
    }

    private int behind(Span span, List<String> words) {
        int first = -1;
        for (String word : words) {
            int at = text.indexOf(word, span.start(), span.end());
            if (at >= 0 && at + word.length() < span.end() && (first < 0 || at + word.length() < first)) {
                first = at + word.length();
            }
        }
        return first;
    }

    private void readFound(Scroll.Line line, List<ProblemDraft> problems, List<RemedyDraft> remedies) {
        int group = 0;
        boolean isOpen = false;
        Scope scope = text.length() <= PASSAGE ? Scope.CORE : Scope.PERIPHERAL;
        for (Sentence sentence : Sentence.in(text, line.span())) {
            Span words = sentence.span();
            if (isOpen && leadsToRemedies(words)) {
                Span rest = line.span().from(text.indexOf(':', words.start()) + 1);
                remedies.addAll(remedyReader.read(item(Matter.REMEDY, scope, scroll.trimmed(rest), group, "举措")));
                return;
            }
            Opening opening = lexicon.openers().of(text, words);
            int at = behind(words, FOUND);
            boolean isDenied = at >= 0
                    && (text.startsWith("未", Math.max(0, at - 3))
                            || text.startsWith("不", Math.max(0, at - 3))
                            || text.startsWith("没有", Math.max(0, at - 4)));
            boolean isAchieved =
                    words.in(text).contains("有效解决") || words.in(text).contains("化解");
            if (at >= 0
                    && !isDenied
                    && !isAchieved
                    && lexicon.lacks().in(text, words.from(at)).isPlain()) {
                Span lacking = scroll.trimmed(words.from(at));
                group = groupBehind(words, remedies);
                List<ProblemDraft> found = problemReader.read(item(Matter.PROBLEM, scope, lacking, group, "发现"));
                found.forEach(it -> it.marks.add("句中指出"));
                problems.addAll(found);
                isOpen = !found.isEmpty();
            } else if (isOpen && (opening.is("turn") || lexicon.openers().isAction(text, words))) {
                remedies.addAll(remedyReader.read(item(Matter.REMEDY, scope, words, group, "紧接其后")));
            }
        }
    }

    /// The group of the remedies that a lead-in further on in the same line names; else a new one.
    private int groupBehind(Span words, List<RemedyDraft> remedies) {
        int line = text.indexOf('\n', words.end());
        for (RemedyDraft remedy : remedies) {
            boolean isBehind =
                    remedy.span().start() >= words.end() && remedy.span().end() <= line;
            if (isBehind && remedy.item().group() != 0) {
                return remedy.item().group();
            }
        }
        return ++groups;
    }

    /// `市政府拿出三条举措：`
    private boolean leadsToRemedies(Span sentence) {
        String words = sentence.in(text);
        int colon = words.indexOf(':');
        String lead = colon < 0 ? "" : words.substring(0, colon);
        return colon >= 0
                && colon < words.length() - 1
                && (lead.endsWith("举措") || lead.endsWith("措施") || lead.endsWith("对策") || lead.endsWith("整改"));
    }

    private static Item item(Matter matter, Scope scope, Span span, int group, String mark) {
        return new Item(matter, scope, group, -group, 1, false, null, List.of(span), 0.75, mark);
    }
}
