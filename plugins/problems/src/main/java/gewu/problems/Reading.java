package gewu.problems;

import gewu.api.problem.Findings;
import gewu.api.problem.Findings.Cause;
import gewu.api.problem.Findings.Link;
import gewu.api.problem.Findings.Problem;
import gewu.api.problem.Findings.Remedy;
import gewu.api.problem.Findings.Scope;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.problems.Openers.Opening;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One report being read.
final class Reading {
    /// More problems than any report has.
    private static final int LONG_LIST = 300;

    private final Scroll scroll;
    private final String text;
    private final Lexicon lexicon;
    private final ProblemReader problemReader;
    private final RemedyReader remedyReader;
    private final List<ProblemDraft> problems = new ArrayList<>();
    private final List<RemedyDraft> remedies = new ArrayList<>();
    private final List<Item> causes = new ArrayList<>();
    private int groups = 1_000_000;

    Reading(Report report, Lexicon lexicon) {
        this.scroll = Scroll.of(report);
        this.text = scroll.text();
        this.lexicon = lexicon;
        this.problemReader = new ProblemReader(text, lexicon);
        this.remedyReader = new RemedyReader(text, lexicon);
    }

    Findings findings() {
        Chunker chunker = new Chunker(scroll, lexicon);
        List<Chunk> chunks = Grouping.of(chunker.chunks());
        List<Item> items = Item.of(
                text, chunks.stream().filter(it -> it.matter() != Matter.LABEL).toList());
        boolean hasProblems =
                items.stream().anyMatch(it -> it.matter() == Matter.PROBLEM || it.matter() == Matter.MIXED);
        for (Item item : items) {
            take(item, hasProblems);
        }
        readLonely(items);
        new LooseReader(scroll, lexicon, problemReader, remedyReader)
                .read(chunker.loose(), hasProblems, problems, remedies);
        causes.forEach(this::explain);
        return written();
    }

    /// What stands alone under a heading of problems, where nothing was found in it.
    private void readLonely(List<Item> items) {
        Map<Integer, Integer> itemsOf = new HashMap<>();
        items.forEach(it -> itemsOf.merge(it.area(), 1, Integer::sum));
        problems.forEach(it -> itemsOf.merge(it.item.area(), 1, Integer::sum));
        items.stream()
                .filter(it -> it.matter() == Matter.PROBLEM && itemsOf.getOrDefault(it.area(), 0) == 1)
                .forEach(it -> problems.addAll(problemReader.readByPlace(it)));
    }

    private void take(Item item, boolean hasProblems) {
        if (item.matter() != Matter.PROBLEM && readAbout(item, hasProblems)) {
            return;
        }
        switch (item.matter()) {
            case PROBLEM -> readBoth(item, false);
            case MIXED -> readBoth(item, true);
            case CAUSE -> causes.add(item);
            case REMEDY -> remedies.addAll(remedyReader.read(item));
            case DONE -> readDone(item, hasProblems);
            case NOTES -> readNotes(item);
            case NONE, LABEL -> {}
        }
    }

    /// `关于X的问题`, and behind it what was done about it.
    private boolean readAbout(Item item, boolean hasProblems) {
        Span first = item.title() != null ? item.title() : item.body().getFirst();
        Optional<About> about =
                About.in(text, first, lexicon, item.matter() == Matter.MIXED || item.matter() == Matter.DONE);
        boolean isRepeated = item.matter() == Matter.REMEDY && hasProblems;
        if (about.isEmpty() || isRepeated) {
            return false;
        }
        int together = item.group() == 0 ? ++groups : item.group();
        problems.addAll(problemReader.read(
                item.with(Matter.PROBLEM, null, List.of(about.get().problem()), together)));
        List<Span> rest = new ArrayList<>(item.body());
        if (item.title() == null) {
            rest.set(0, scroll.trimmed(first.from(about.get().behind())));
        }
        rest.removeIf(Span::isEmpty);
        if (!rest.isEmpty()) {
            Matter matter = item.matter() == Matter.REMEDY ? Matter.REMEDY : Matter.DONE;
            remedies.addAll(remedyReader.read(item.with(matter, null, rest, together)));
        }
        return true;
    }

    /// Problems, and behind them what is to be done about them.
    private void readBoth(Item item, boolean mixed) {
        List<Span> first = new ArrayList<>();
        List<Span> second = new ArrayList<>();
        for (Span line : item.body()) {
            if (!second.isEmpty()) {
                second.add(line);
                continue;
            }
            int turn = turn(line, mixed, first.isEmpty() && item.title() == null);
            Span before = scroll.trimmed(line.to(turn));
            Span behind = scroll.trimmed(line.from(turn));
            if (!before.isEmpty()) {
                first.add(before);
            }
            if (!behind.isEmpty()) {
                second.add(behind);
            }
        }
        boolean hasProblem =
                !first.isEmpty() || item.heading().filter(it -> isLack(it)).isPresent();
        int together = item.group() != 0 || second.isEmpty() || !hasProblem ? item.group() : ++groups;
        int before = problems.size();
        if (hasProblem) {
            problems.addAll(problemReader.read(item.with(Matter.PROBLEM, item.title(), first, together)));
        }
        if (!second.isEmpty()) {
            @Nullable
            Span title = problems.size() > before
                            && item.heading().filter(it -> isLack(it)).isPresent()
                    ? null
                    : item.title();
            remedies.addAll(remedyReader.read(item.with(Matter.REMEDY, title, second, together)));
        }
    }

    private boolean isLack(Span span) {
        return lexicon.lacks().in(text, span).is();
    }

    /// Where remedies begin in a line that opens with problems; its end when there are none.
    private int turn(Span line, boolean mixed, boolean opens) {
        for (Sentence sentence : Sentence.in(text, line)) {
            Label label =
                    Label.at(text, sentence.span().start(), sentence.span().end());
            Span words = sentence.span().from(Math.max(sentence.span().start(), label.end()));
            List<Span> clauses = new Sentence(words, false).clauses(text);
            if (clauses.isEmpty()) {
                continue;
            }
            Opening opening = lexicon.openers().of(text, clauses.getFirst());
            boolean isAsked = lexicon.lacks().in(text, clauses.getFirst()).isPlain()
                    && !opening.words().equals("针对");
            boolean isTurn = opening.is("turn") && !isAsked || tellsWhatIsDone(clauses);
            boolean acts = mixed
                    && lexicon.openers().isAction(text, clauses.getFirst())
                    && clauses.stream()
                            .noneMatch(it -> lexicon.lacks().in(text, it).isPlain());
            if (isTurn || acts) {
                return sentence.span().start();
            }
        }
        return line.end();
    }

    /// `截至目前,已清理…`: from here on it is about what was done.
    private boolean tellsWhatIsDone(List<Span> clauses) {
        String first = clauses.getFirst().in(text);
        boolean isTime = clauses.size() > 1
                && first.length() <= 14
                && (first.startsWith("截至")
                        || first.startsWith("截止")
                        || first.startsWith("目前")
                        || first.startsWith("现"));
        Span clause = isTime ? clauses.get(1) : clauses.getFirst();
        String said = clause.in(text);
        boolean isDone = said.startsWith("已") || said.startsWith("现已") || said.startsWith("目前已");
        // 已建成的工程管护不到位 wants something; 已解决管护不到位的问题 tells of what was done.
        boolean isWanting = lexicon.lacks().in(text, clause).isPlain() && !said.contains("问题");
        return isDone && !isWanting && !said.contains("成为");
    }

    /// What was done; where a report has no section of problems, the headings here name them.
    private void readDone(Item item, boolean hasProblems) {
        boolean namesProblem = item.heading().filter(it -> isLack(it)).isPresent();
        if (namesProblem && !hasProblems) {
            int together = item.group() == 0 ? ++groups : item.group();
            problems.addAll(problemReader.read(item.with(Matter.PROBLEM, item.title(), List.of(), together)));
            remedies.addAll(remedyReader.read(item.with(Matter.DONE, null, item.body(), together)));
        } else {
            remedies.addAll(remedyReader.read(item));
        }
    }

    /// Other notes hold remedies only where they demand something.
    private void readNotes(Item item) {
        String all = text.substring(
                item.body().getFirst().start(), item.body().getLast().end());
        boolean demands = all.startsWith("要")
                || all.contains("。要")
                || all.contains("。应")
                || all.contains("建议")
                || all.contains("下一步")
                || all.contains("今后");
        if (demands) {
            remedies.addAll(remedyReader.read(item.with(Matter.NOTES, item.title(), item.body(), item.group())));
        }
    }

    /// A section of causes explains the problems before it: by number where both count as many, else by what they speak
    /// of, else all.
    private void explain(Item item) {
        List<Unit> units = Unit.of(text, item.body());
        List<ProblemDraft> near = problems.stream()
                .filter(it -> it.item.group() == item.group() && item.group() != 0)
                .toList();
        List<ProblemDraft> all = near.isEmpty()
                ? problems.stream()
                        .filter(it -> it.scope == Scope.CORE)
                        .limit(LONG_LIST)
                        .toList()
                : near;
        long items = causes.stream()
                .filter(it -> it.area() == item.area() && it.group() == item.group())
                .count();
        for (Unit unit : units) {
            if (lexicon.saysNothing(unit.span().in(text))) {
                continue;
            }
            Span cause = unit.span();
            long count =
                    items > 1 ? items : units.stream().filter(Unit::counted).count();
            int number = items > 1 ? item.number() : unit.number();
            if (count > 1 && count == all.size() && number >= 1 && number <= all.size()) {
                all.get(number - 1).causedBy(cause);
                continue;
            }
            List<ProblemDraft> alike = all.stream()
                    .filter(it -> lexicon.likeness().shared(it.span.in(text), cause.in(text)) > 0)
                    .toList();
            (count > 1 && !alike.isEmpty() ? alike : all).forEach(it -> it.causedBy(cause));
        }
    }

    // ---- what the drafts become

    private Findings written() {
        List<ProblemDraft> ordered = withoutTwins();
        List<RemedyDraft> promised = new ArrayList<>(remedies);
        promised.sort(Comparator.comparingInt(it -> it.span().start()));
        List<Problem> problemList = new ArrayList<>();
        List<Cause> causeList = new ArrayList<>();
        for (ProblemDraft it : ordered) {
            String id = "P" + (problemList.size() + 1);
            List<Passage> more = it.more.stream()
                    .sorted(Comparator.comparingInt(Span::start))
                    .map(scroll::passage)
                    .toList();
            problemList.add(new Problem(
                    id,
                    it.scope,
                    lexicon.likeness().category(it.span.in(text)),
                    scroll.passage(it.span),
                    more,
                    it.settled,
                    rounded(it.scope == Scope.CORE ? it.trust : it.trust * 0.6),
                    "“" + it.item.mark() + "”下，" + String.join(" ", it.marks)));
            for (Span cause : it.causes) {
                causeList.add(new Cause("C" + (causeList.size() + 1), id, scroll.passage(cause)));
            }
        }
        List<Remedy> remedyList = new ArrayList<>();
        for (RemedyDraft it : promised) {
            remedyList.add(new Remedy(
                    "R" + (remedyList.size() + 1),
                    it.item().scope(),
                    it.kind(),
                    scroll.passage(it.span()),
                    it.heading() == null ? null : scroll.passage(it.heading()),
                    rounded(it.trust()),
                    it.why()));
        }
        List<Link> links = new Linker(text, lexicon.likeness())
                .tie(ordered, promised).stream()
                        .map(it -> new Link(
                                problemList.get(it.problem()).id(),
                                remedyList.get(it.remedy()).id(),
                                it.strength(),
                                rounded(it.score()),
                                it.why()))
                        .toList();
        return new Findings(problemList, causeList, remedyList, links);
    }

    /// What is said twice in the same words is one problem.
    private List<ProblemDraft> withoutTwins() {
        Set<String> said = new HashSet<>();
        TreeMap<Integer, ProblemDraft> kept = new TreeMap<>();
        for (ProblemDraft it : problems) {
            Map.Entry<Integer, ProblemDraft> before = kept.lowerEntry(it.span.end());
            boolean overlaps = before != null && before.getValue().span.end() > it.span.start();
            if (!overlaps && said.add(it.span.in(text) + it.item.group())) {
                kept.put(it.span.start(), it);
            }
        }
        return new ArrayList<>(kept.values());
    }

    private static double rounded(double share) {
        return Math.round(Math.clamp(share, 0, 1) * 100) / 100.0;
    }
}
