package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.metric.Check;
import gewu.api.metric.Check.Severity;
import gewu.api.metric.Check.Verdict;
import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import gewu.api.report.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words of direction around a change: the reason given behind it, the heading and the first words in front of it.
final class WordRule implements Rule {
    private static final Pattern REASON =
            Pattern.compile("(?<word>上升|增长|增加|上涨|提高|增多|下降|减少|降低|下跌|减幅|降幅|增幅)(?:较大|明显)?的?(?:主要)?(?:原因|缘故|缘由|因素)");
    private static final Pattern CLAIM =
            Pattern.compile("(?:[有略]所|明显|持续|大幅|稳步|显著|进一步|稳中有|实现)(?:上升|增长|增加|上涨|提高|提升|增多|下降|减少|降低|下跌|回落|升|降)");
    private static final int CLAUSE = 40;

    @Override
    public List<Check> apply(Worksheet sheet) {
        List<Check> checks = new ArrayList<>();
        for (int paragraph : sheet.figures().paragraphs()) {
            reasons(sheet, paragraph, checks);
            leads(sheet, paragraph, checks);
        }
        headings(sheet, checks);
        return checks;
    }

    private static boolean isMoving(Figure it) {
        Kind kind = it.metric().kind();
        Direction direction = it.metric().direction();
        return (kind == Kind.CHANGE_ABS || kind == Kind.CHANGE_PCT || kind == Kind.CHANGE_PP)
                && (direction == Direction.UP || direction == Direction.DOWN)
                && it.amount().signum() != 0;
    }

    private static void reasons(Worksheet sheet, int paragraph, List<Check> checks) {
        String text = sheet.figures().text(paragraph);
        Matcher reason = REASON.matcher(text);
        while (reason.find()) {
            Direction told = direction(sheet, reason.group("word"));
            Figure last = null;
            for (Figure it : sheet.figures().in(paragraph)) {
                if (it.to() <= reason.start()) {
                    last = it;
                }
            }
            if (last == null
                    || told == Direction.NONE
                    || !isMoving(last)
                    || !isJustBehind(text, last, reason.start())) {
                continue;
            }
            checks.add(check(last, told, reason.group()));
        }
    }

    /// Nothing but the end of its sentence, or a few words, stands between a change and its reason.
    private static boolean isJustBehind(String text, Figure change, int at) {
        String gap = text.substring(change.to(), at);
        return gap.length() <= 2 * CLAUSE
                && gap.chars().filter(c -> Figures.isEnd((char) c)).count() <= 1
                && !gap.contains("其中")
                && gap.chars().filter(c -> c == ',').count() <= 1;
    }

    private static Direction direction(Worksheet sheet, String words) {
        List<Direction> directions = sheet.pack().directions(words);
        if (!directions.isEmpty()) {
            return directions.getLast();
        }
        return words.endsWith("升") ? Direction.UP : words.endsWith("降") ? Direction.DOWN : Direction.NONE;
    }

    private static Check check(Figure change, Direction told, String words) {
        Direction computed = change.metric().direction();
        boolean isFine = computed == told;
        String quoted = words.replace('{', '(').replace('}', ')');
        return Draft.plain(
                isFine ? Check.Kind.DIRECTION : Check.Kind.CONTRADICTION,
                isFine ? Verdict.HOLDS : Verdict.VIOLATED,
                isFine ? Severity.NONE : Severity.ERROR,
                computed.id() + " = " + told.id(),
                computed.id(),
                told.id(),
                List.of(change),
                isFine
                        ? new Label(
                                "{0}，后文写“" + quoted + "”：方向一致。",
                                "{0}, and “" + quoted + "” behind it: the same direction.")
                        : new Label(
                                "{0}是" + ChangeRule.word(computed).zh() + "，后文却写“" + quoted + "”：自相矛盾。",
                                "{0} went " + ChangeRule.word(computed).en() + ", but behind it stands “" + quoted
                                        + "”: they contradict each other."));
    }

    /// The first words of a paragraph's sentence that tell no figure: 一是信访总量有所下降。
    private static void leads(Worksheet sheet, int paragraph, List<Check> checks) {
        String text = sheet.figures().text(paragraph);
        Matcher claim = CLAIM.matcher(text);
        Set<Integer> seen = new HashSet<>();
        while (claim.find()) {
            int end = sentenceEnd(text, claim.end());
            int begin = sentenceBegin(text, claim.start());
            boolean hasFigure =
                    sheet.figures().in(paragraph).stream().anyMatch(it -> it.from() >= begin && it.to() <= end);
            if (hasFigure || claim.end() - begin > CLAUSE || end - claim.end() > 1) {
                continue;
            }
            Optional<Figure> change = sheet.figures().in(paragraph).stream()
                    .filter(it -> it.from() >= end && isMoving(it))
                    .findFirst();
            if (change.isPresent() && seen.add(change.get().number())) {
                lead(
                        sheet,
                        text.substring(begin, claim.end()),
                        direction(sheet, claim.group()),
                        percent(sheet, change.get()),
                        checks);
            }
        }
    }

    private static Figure percent(Worksheet sheet, Figure change) {
        return sheet.figures()
                .find(change.metric().of())
                .flatMap(level -> sheet.figures().change(level, Kind.CHANGE_PCT))
                .orElse(change);
    }

    private static int sentenceEnd(String text, int at) {
        int end = at;
        while (end < text.length() && !Figures.isEnd(text.charAt(end)) && text.charAt(end) != ';') {
            end++;
        }
        return end;
    }

    private static int sentenceBegin(String text, int at) {
        int begin = at;
        while (begin > 0 && !Figures.isEnd(text.charAt(begin - 1)) && text.charAt(begin - 1) != ';') {
            begin--;
        }
        return begin;
    }

    private static void lead(Worksheet sheet, String words, Direction told, Figure change, List<Check> checks) {
        boolean isNamed = !change.canonical().isEmpty()
                && (sheet.pack().isNamed(words, change.canonical())
                        || sheet.pack().isNamed(words, change.family())
                        || sheet.pack()
                                .find(change.family())
                                .map(it -> sheet.pack().isNamed(words, it.parent()))
                                .orElse(false));
        boolean isFine = change.metric().direction() == told;
        if (told == Direction.NONE || (!isFine && !isNamed)) {
            return;
        }
        String quoted = words.strip().replace('{', '(').replace('}', ')');
        checks.add(
                Draft.plain(
                        isFine ? Check.Kind.DIRECTION : Check.Kind.CONTRADICTION,
                        isFine ? Verdict.HOLDS : Verdict.NOT_DECIDABLE,
                        isFine ? Severity.NONE : Severity.WARN,
                        told.id() + " = " + change.metric().direction().id(),
                        change.metric().direction().id(),
                        told.id(),
                        List.of(change),
                        isFine
                                ? new Label(
                                        "“" + quoted + "”与其后的{0}：方向一致。",
                                        "“" + quoted + "” and {0} behind it: the same direction.")
                                : new Label(
                                        "“" + quoted + "”，其后的{0}方向却相反；也可能所指不同，无法判断。",
                                        "“" + quoted
                                                + "”, but {0} behind it went the other way; they may be of different things, so that it can't be decided.")));
    }

    private static void headings(Worksheet sheet, List<Check> checks) {
        for (Section section : sheet.figures().report().sections()) {
            Matcher claim = CLAIM.matcher(section.heading());
            if (!claim.find()) {
                continue;
            }
            Optional<Figure> change = sheet.figures().all().stream()
                    .filter(it -> it.metric().passage().start() >= section.start()
                            && it.metric().passage().end() <= section.end())
                    .filter(WordRule::isMoving)
                    .findFirst();
            if (change.isPresent()) {
                lead(sheet, section.heading(), direction(sheet, claim.group()), percent(sheet, change.get()), checks);
            }
        }
    }
}
