package gewu.problems;

import gewu.api.problem.Findings.Scope;
import gewu.api.report.Report;
import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import gewu.problems.Headings.Title;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Parts a report into what speaks of problems, causes and remedies, by its headings, the lead-ins
/// inside its lines, and the heads of its tables.
final class Chunker {
    /// How long the words before a colon may be.
    private static final int LEAD_IN = 40;

    /// How far behind `问题：` its `措施：` may stand.
    private static final int PAIR = 400;

    private static final double BY_HEADING = 0.97;
    private static final double BY_ROLE = 0.85;
    private static final double BY_LEAD_IN = 0.92;
    private static final double BY_CELL = 0.95;

    private final Scroll scroll;
    private final String text;
    private final Headings headings;
    private final Lexicon lexicon;
    private final List<Chunk> chunks = new ArrayList<>();
    private final List<Scroll.Line> loose = new ArrayList<>();
    private final Matter[] matters;
    private final boolean[] titled;
    private final String[] marks;

    /// What a lead-in turned the lines to.
    private Matter turned = Matter.NONE;

    private boolean isOpen;
    private int turnedIn;
    private String mark = "";
    private int group;
    private int groups;

    Chunker(Scroll scroll, Lexicon lexicon) {
        this.scroll = scroll;
        this.text = scroll.text();
        this.headings = lexicon.headings();
        this.lexicon = lexicon;
        int sections = scroll.report().sections().size();
        this.matters = new Matter[sections + 1];
        this.titled = new boolean[sections + 1];
        this.marks = new String[sections + 1];
        weighSections();
    }

    /// The lines that speak of nothing of the kind.
    List<Scroll.Line> loose() {
        return loose;
    }

    List<Chunk> chunks() {
        Cells cells = Cells.of(scroll.report(), headings);
        for (Scroll.Line line : scroll.lines()) {
            if (cells.holds(line.source().start())) {
                takeRows(cells, line);
            } else {
                take(line);
            }
        }
        return List.copyOf(chunks);
    }

    private void weighSections() {
        matters[0] = Matter.NONE;
        marks[0] = "";
        Report report = scroll.report();
        for (Section section : report.sections()) {
            int number = section.number();
            Title title = headings.read(section.heading());
            SectionRole around = section.parent() == 0
                    ? SectionRole.OTHER
                    : report.sections().get(section.parent() - 1).role();
            Matter outer = matters[section.parent()];
            boolean isItem = outer.counts() && section.role() == around;
            if (title.matter().counts() && !(isItem && title.bare() && title.matter() != Matter.CAUSE)
                    || title.matter() == Matter.NOTES) {
                matters[number] = title.matter();
                titled[number] = true;
                marks[number] = section.heading();
            } else if (isItem) {
                matters[number] = outer;
                marks[number] = marks[section.parent()];
            } else {
                matters[number] = ofRole(section.role());
                titled[number] = matters[number].counts();
                marks[number] = section.heading();
            }
        }
    }

    private static Matter ofRole(SectionRole role) {
        return switch (role) {
            case PROBLEMS -> Matter.PROBLEM;
            case CAUSES -> Matter.CAUSE;
            case REMEDIES -> Matter.REMEDY;
            case OVERVIEW, BUDGET, PROJECT, ASSETS, SUPERVISION, PERFORMANCE, EXPERIENCE, RESULT_USE, OTHER ->
                Matter.NONE;
        };
    }

    // ---- lines

    private void take(Scroll.Line line) {
        Span span = line.span();
        if (line.opens() > 0 && endsTurn(line.opens())) {
            turned = Matter.NONE;
            group = 0;
        }
        boolean isTitle = line.opens() > 0 && titled[line.opens()];
        if (isTitle) {
            turned = Matter.NONE;
            group = 0;
            Span rest = span.from(line.body());
            while (!rest.isEmpty() && " 。;:,、.)".indexOf(text.charAt(rest.start())) >= 0) {
                rest = rest.from(rest.start() + 1);
            }
            span = rest;
            if (span.isEmpty()) {
                return;
            }
        } else {
            Label label = Label.atLine(text, span);
            Span words = span.from(label.end());
            Title title = words.length() <= Headings.LONGEST + 8 ? headings.read(stripped(words)) : Title.NONE;
            boolean isAllowed = !title.bare() || isNear() || isAlone(words) && title.matter() == Matter.PROBLEM;
            if (title.matter().counts() && isAllowed && !endsSentence(words)) {
                turn(title.matter(), line.section(), words.in(text), true);
                return;
            }
        }
        Matter base = matters[line.section()];
        boolean isGoing = turned != Matter.NONE && (isOpen || goesOn(span));
        if (turned != Matter.NONE && !isGoing) {
            turned = Matter.NONE;
            group = base.counts() ? group : 0;
        }
        Matter matter = turned != Matter.NONE ? turned : base;
        parts(line, span, matter);
    }

    /// Whether the words are a line of their own that says no more.
    private static boolean isAlone(Span words) {
        return words.length() <= 12;
    }

    private String stripped(Span words) {
        return scroll.trimmed(words).in(text);
    }

    private boolean endsSentence(Span words) {
        String all = words.in(text);
        int mark = all.indexOf('。');
        return mark >= 0 && mark < all.length() - 1 || all.indexOf(',') > 0 && all.endsWith("。");
    }

    /// A section that is not inside the one where the turn was taken ends it.
    private boolean endsTurn(int opened) {
        List<Section> sections = scroll.report().sections();
        Section section = sections.get(opened - 1);
        if (turnedIn == 0) {
            return section.level() == 1
                    && !section.label().startsWith("（")
                    && !section.label().startsWith("(")
                    && (section.label().isEmpty()
                            || !Character.isDigit(section.label().charAt(0)));
        }
        Section before = sections.get(turnedIn - 1);
        return section.level() <= before.level();
    }

    /// A lead-in holds for the next line too if that goes on counting.
    private boolean goesOn(Span span) {
        return Label.atLine(text, span).is() && !matters[0].counts() && lastIsCounted();
    }

    private boolean lastIsCounted() {
        if (chunks.isEmpty()) {
            return false;
        }
        return Label.atLine(text, chunks.getLast().span()).is();
    }

    private void turn(Matter matter, int section, String words, boolean open) {
        boolean startsAnew = matter == Matter.PROBLEM || matter == Matter.MIXED || group == 0;
        if (startsAnew && !(matter == Matter.PROBLEM && group > 0 && lastMatterOfGroup() == Matter.PROBLEM)) {
            group = ++groups;
        }
        turned = matter;
        turnedIn = section;
        mark = words;
        isOpen = open;
    }

    private Matter lastMatterOfGroup() {
        for (int i = chunks.size() - 1; i >= 0 && i > chunks.size() - 4; i--) {
            if (chunks.get(i).group() == group) {
                return chunks.get(i).matter();
            }
        }
        return Matter.NONE;
    }

    /// Whether problems were spoken of just before.
    private boolean isNear() {
        return turned.counts() || group > 0;
    }

    /// Parts a line by the lead-ins in it.
    private void parts(Scroll.Line line, Span span, Matter first) {
        Matter matter = first;
        boolean marked = false;
        if (matter == Matter.NONE
                && !isAchievement(span)
                && About.in(text, span, lexicon, false).isPresent()) {
            matter = Matter.MIXED;
            turn(matter, line.section(), "关于…问题", false);
        }
        int at = span.start();
        int sentence = span.start();
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            if (c == ':' && isLeadInMark(i, span)) {
                Span words = leadIn(sentence, i);
                Title title = title(words, first.counts() || isNear());
                if (title.matter() != Matter.NONE) {
                    emit(line, new Span(at, words.start()), matter, marked, at == span.start());
                    marked = true;
                    matter = title.matter();
                    at = i + 1;
                    if (matter != Matter.LABEL) {
                        turn(matter, line.section(), words.in(text), false);
                    }
                }
                sentence = i + 1;
            } else if ("。;!?".indexOf(c) >= 0) {
                sentence = i + 1;
                if (matter == Matter.LABEL) {
                    emit(line, new Span(at, i + 1), matter, marked, false);
                    at = i + 1;
                    matter = turned.counts() ? turned : first;
                    marked = false;
                }
            } else if (i == sentence || text.charAt(i - 1) == ',') {
                int behind = saidWithoutColon(span.from(i), first.counts() || isNear());
                if (behind > i) {
                    emit(line, new Span(at, i), matter, marked, at == span.start());
                    marked = true;
                    matter = Matter.PROBLEM;
                    turn(matter, line.section(), text.substring(i, behind), false);
                    at = behind;
                    i = behind - 1;
                    sentence = behind;
                }
            }
        }
        boolean isEmpty = scroll.trimmed(new Span(at, span.end())).isEmpty();
        if (marked && isEmpty && matter != Matter.LABEL) {
            isOpen = true;
        }
        emit(line, new Span(at, span.end()), matter, marked, at == span.start());
    }

    /// `针对座位紧张的问题,我馆延长了开放时间`, where the report speaks of its problems elsewhere: what was achieved.
    private boolean isAchievement(Span span) {
        int start = Math.max(span.start(), Label.atLine(text, span).end());
        return text.startsWith("针对", start)
                && Arrays.stream(matters).anyMatch(it -> it == Matter.PROBLEM || it == Matter.MIXED);
    }

    private boolean isLeadInMark(int at, Span span) {
        boolean isTime = at > span.start()
                && at + 1 < span.end()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
        return !isTime;
    }

    /// The words before a colon, without the number before them.
    private Span leadIn(int sentence, int colon) {
        int start = Math.max(sentence, colon - LEAD_IN);
        Label label = Label.atLine(text, new Span(start, colon));
        start = Math.min(colon, Math.max(start, label.end()));
        int from = colon;
        while (from > start && ", ".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return new Span(from, colon);
    }

    private Title title(Span words, boolean near) {
        String said = words.in(text);
        Title title = headings.read(said);
        if (title.matter() == Matter.LABEL) {
            return near ? title : Title.NONE;
        }
        if (title.matter().counts()) {
            boolean isAllowed = !title.bare()
                    || near
                    || title.matter() == Matter.PROBLEM && (said.startsWith("主要") || opensPair(words));
            return isAllowed ? title : Title.NONE;
        }
        boolean counts = said.contains("以下")
                || said.contains("如下")
                || said.contains("条")
                || said.contains("几")
                || said.contains("项")
                || said.contains("点");
        if (counts
                && (said.endsWith("问题") || said.endsWith("不足") || said.contains("问题") && said.endsWith("如下"))
                && (said.contains("存在") || said.contains("发现") || said.contains("反映") || near)) {
            return new Title(Matter.PROBLEM, false);
        }
        boolean isRemedy = said.endsWith("措施")
                || said.endsWith("举措")
                || said.endsWith("建议")
                || said.endsWith("对策")
                || said.endsWith("工作")
                || said.endsWith("如下");
        boolean takes = said.contains("采取")
                || said.contains("拿出")
                || said.contains("提出")
                || said.contains("制定")
                || said.contains("推出")
                || said.contains("改进")
                || said.contains("整改")
                || said.contains("下一步")
                || said.contains("将");
        return near && isRemedy && (counts || takes) ? new Title(Matter.REMEDY, false) : Title.NONE;
    }

    /// `问题：…整改措施：…` in one line.
    private boolean opensPair(Span words) {
        int line = text.indexOf('\n', words.end(), Math.min(text.length(), words.end() + PAIR));
        int end = line < 0 ? Math.min(text.length(), words.end() + PAIR) : line;
        boolean opens = words.start() == 0 || "\n。".indexOf(text.charAt(words.start() - 1)) >= 0;
        String rest = text.substring(words.end(), end);
        return opens && (rest.contains("措施:") || rest.contains("整改") || rest.contains("建议:"));
    }

    /// Where the words behind `主要问题是`, `存在的不足之处在于` begin; 0 if the sentence does not open so.
    private int saidWithoutColon(Span sentence, boolean near) {
        Label label = Label.atLine(text, sentence);
        int start = Math.max(sentence.start(), label.end());
        if (label.rank() == Label.COUNTING) {
            return 0;
        }
        int end = Math.min(sentence.end(), start + 16);
        for (int i = start + 2; i < end; i++) {
            char c = text.charAt(i);
            if ("。;!?,:".indexOf(c) >= 0) {
                return 0;
            }
            if (c == '是' || c == '有' || text.startsWith("在于", i)) {
                Title title = headings.read(text.substring(start, i));
                boolean isSaid = title.matter() == Matter.PROBLEM
                        && (!title.bare() || near || text.startsWith("主要", start))
                        && !text.startsWith("有待", i)
                        && !text.startsWith("有所", i);
                if (isSaid) {
                    return i + (c == '在' ? 2 : 1);
                }
            }
        }
        return 0;
    }

    private void emit(Scroll.Line line, Span span, Matter matter, boolean marked, boolean opens) {
        Span words = scroll.trimmed(span);
        if (words.isEmpty()) {
            return;
        }
        if (!matter.counts() && matter != Matter.LABEL) {
            loose.add(new Scroll.Line(words, line.section(), opens ? line.opens() : 0, line.body(), line.source()));
            if (matter == Matter.NONE) {
                return;
            }
        }
        boolean isTurned = turned != Matter.NONE && matter == turned;
        double trust = isTurned ? BY_LEAD_IN : titledAbove(line.section()) ? BY_HEADING : BY_ROLE;
        chunks.add(new Chunk(
                matter,
                scope(line.section(), matter),
                group,
                words,
                opens,
                marked,
                isTurned ? -group : top(line.section()),
                trust,
                isTurned ? mark : marks[line.section()],
                opens && line.opens() > 0
                        ? scroll.report().sections().get(line.opens() - 1).level()
                        : 0));
    }

    private boolean titledAbove(int section) {
        return headings.read(marks[section]).matter().counts();
    }

    /// The outermost section with the same heading.
    private int top(int section) {
        int at = section;
        while (at > 0 && !titled[at]) {
            at = scroll.report().sections().get(at - 1).parent();
        }
        return at;
    }

    private Scope scope(int section, Matter matter) {
        boolean isSupervision =
                section > 0 && scroll.report().sections().get(section - 1).role() == SectionRole.SUPERVISION;
        return matter == Matter.NOTES || isSupervision ? Scope.PERIPHERAL : Scope.CORE;
    }

    // ---- tables

    private final Map<Integer, Integer> groupOfRow = new HashMap<>();

    private void takeRows(Cells cells, Scroll.Line line) {
        turned = Matter.NONE;
        for (Cells.Cell cell :
                cells.between(line.source().start(), line.source().end())) {
            Span words = scroll.trimmed(new Span(scroll.at(cell.start()), scroll.at(cell.end())));
            if (words.isEmpty()) {
                continue;
            }
            int row = groupOfRow.computeIfAbsent(cell.row(), _ -> ++groups);
            if (cell.matter().counts()) {
                chunks.add(new Chunk(
                        cell.matter(),
                        scope(line.section(), cell.matter()),
                        row,
                        words,
                        true,
                        true,
                        -row,
                        BY_CELL,
                        cell.head(),
                        0));
            } else if (cell.matter() == Matter.NONE) {
                turned = Matter.NONE;
                group = 0;
                parts(line, words, Matter.NONE);
            }
        }
        turned = Matter.NONE;
        group = 0;
    }
}
