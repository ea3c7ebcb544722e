package gewu.problems;

import gewu.problems.Lacks.Lack;
import gewu.problems.Lacks.Plainness;
import gewu.problems.Openers.Opening;
import java.util.ArrayList;
import java.util.List;

/// Reads the problems of a container by the splitting rule: one for each object with a shortcoming of its own (S2), a
/// short heading and the sentences behind it being one (S3), causes apart (S4).
final class ProblemReader {
    /// A first sentence of one clause, or one as short as this, is the heading of what follows.
    private static final int HEADING = 16;

    private static final int NEAR = 12;

    private final String text;
    private final Lexicon lexicon;

    ProblemReader(String text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
    }

    List<ProblemDraft> read(Item item) {
        if (item.body().stream().allMatch(it -> lexicon.saysNothing(it.in(text)))
                && item.heading().filter(it -> isLackingTitle(it)).isEmpty()) {
            return List.of();
        }
        List<ProblemDraft> found = new ArrayList<>();
        List<Unit> units = Unit.of(text, item.body());
        boolean isHeaded = item.heading()
                .filter(it ->
                        isLackingTitle(it) && !(isName(it) && units.stream().anyMatch(this::hasPlainLack)))
                .isPresent();
        boolean isCounted =
                units.stream().filter(it -> it.counted() && hasPlainLack(it)).count() > 1;
        if (isHeaded && !isCounted) {
            readUnder(item, item.heading().orElseThrow(), units, found);
        } else {
            readUnits(item, units, found);
        }
        if (found.isEmpty()) {
            item.heading().filter(it -> isHeaded).ifPresent(it -> found.add(plain(item, 1, it)));
        }
        return found;
    }

    private boolean isLackingTitle(Span title) {
        return lexicon.lacks().inTitle(text, title).is();
    }

    /// `“数据孤岛”问题`: names what is wrong by a word that people have for it; the sentences below say it.
    private boolean isName(Span title) {
        String words = title.in(text);
        return (!lacks(title).isPlain() || "\"“".indexOf(words.charAt(0)) >= 0)
                && (words.endsWith("问题") || words.endsWith("困难") || words.endsWith("矛盾"));
    }

    private boolean hasPlainLack(Unit unit) {
        return unit.sentences().stream().anyMatch(it -> lacks(it.span()).isPlain());
    }

    private void readUnder(Item item, Span heading, List<Unit> units, List<ProblemDraft> found) {
        List<ProblemDraft> here = new ArrayList<>();
        readSentence(item, 1, new Sentence(heading, false), here, false);
        if (here.isEmpty()) {
            here.add(plain(item, 1, heading));
        }
        here.forEach(it -> it.marks.add("小标题"));
        for (Unit unit : units) {
            for (Sentence sentence : unit.sentences()) {
                if (!lexicon.saysNothing(sentence.span().in(text))) {
                    elaborate(sentence, here);
                }
            }
        }
        found.addAll(here);
    }

    private void readUnits(Item item, List<Unit> units, List<ProblemDraft> found) {
        boolean hasCounted = units.stream().anyMatch(Unit::counted);
        if (hasCounted && !units.getFirst().counted() && areHalves(units) && namesLack(units.getFirst())) {
            readUnit(item, 1, units.stream().flatMap(it -> told(it).stream()).toList(), found);
            return;
        }
        for (Unit unit : units) {
            List<Sentence> sentences = told(unit);
            if (sentences.isEmpty()) {
                continue;
            }
            List<ProblemDraft> here = new ArrayList<>();
            if (hasCounted && !unit.counted()) {
                readPrefix(item, unit, sentences, units, here);
            } else {
                readUnit(item, unit.number(), sentences, here);
                if (here.isEmpty() && (unit.counted() || item.counted()) && isStatement(sentences.getFirst())) {
                    here.add(faint(item, unit.number(), sentences.getFirst()));
                    sentences.stream().skip(1).forEach(it -> elaborate(it, here));
                }
            }
            found.addAll(here);
        }
    }

    /// Whether 一方面 and 另一方面 stand before the parts, which then explain what stands before them.
    private boolean areHalves(List<Unit> units) {
        return units.stream().filter(Unit::counted).allMatch(it -> {
            int start = it.span().start();
            return text.substring(Math.max(0, start - 4), start).contains("方面");
        });
    }

    private boolean namesLack(Unit unit) {
        List<Sentence> sentences = told(unit);
        return !sentences.isEmpty() && lacks(sentences.getFirst().span()).isPlain();
    }

    /// The sentences that say something; one that only announces problems counts where nothing else is said.
    private List<Sentence> told(Unit unit) {
        List<Sentence> sentences = behindLead(unit.sentences()).stream()
                .filter(it ->
                        !it.isLeadIn(text) && !lexicon.saysNothing(it.span().in(text)))
                .toList();
        List<Sentence> telling = sentences.stream()
                .filter(it -> !lexicon.headings().announces(it.span().in(text)) && !counts(it) && !isName(it.span()))
                .toList();
        return telling.isEmpty() ? sentences : telling;
    }

    /// `部分指标未达到目标：甲…；乙…`: what stands before the colon only leads to parts between semicolons.
    private List<Sentence> behindLead(List<Sentence> sentences) {
        Sentence first = sentences.getFirst();
        int colon = text.indexOf(':', first.span().start(), first.span().end());
        boolean leads = sentences.size() > 1
                && first.soft()
                && colon > 0
                && colon < first.span().end() - 4;
        if (!leads) {
            return sentences;
        }
        List<Sentence> all = new ArrayList<>(sentences);
        all.set(0, new Sentence(first.span().from(colon + 1), true));
        return all;
    }

    /// `其中17项完成，1项未完成`: says how many, and what follows says which.
    private boolean counts(Sentence sentence) {
        Span last = sentence.clauses(text).getLast();
        Lack lack = lacks(last);
        return Character.isDigit(text.charAt(last.start())) && lack.is() && !lack.hasSubject();
    }

    /// What stands before 一是 leads in, unless it names a shortcoming of its own that is not what the parts spell out.
    private void readPrefix(Item item, Unit unit, List<Sentence> sentences, List<Unit> units, List<ProblemDraft> here) {
        boolean arePartsProblems =
                units.stream().filter(it -> it.counted() && hasPlainLack(it)).count() > 1;
        List<ProblemDraft> all = new ArrayList<>();
        readUnit(item, unit.number(), sentences, all);
        if (!arePartsProblems) {
            here.addAll(all);
        }
    }

    private boolean isStatement(Sentence sentence) {
        Span span = sentence.span();
        boolean isDenied = sentence.clauses(text).stream().anyMatch(it -> lexicon.saysNothing(it.in(text)));
        return span.length() >= 4
                && !isDenied
                && !lexicon.openers().isAction(text, span)
                && !lexicon.isSettled(span.in(text));
    }

    /// A sentence that is a problem only by where it stands; the clauses that open with 因 are its cause.
    private ProblemDraft faint(Item item, int unit, Sentence sentence) {
        List<Span> clauses = sentence.clauses(text);
        boolean isLedByCause = clauses.size() > 1 && opensCause(clauses.getFirst());
        int first = isLedByCause ? causeEnd(clauses, 0) + 1 : 0;
        int end = first + 1;
        while (end < clauses.size() && !opensCause(clauses.get(end))) {
            end++;
        }
        Span words = new Span(clauses.get(first).start(), clauses.get(end - 1).end());
        ProblemDraft faint = new ProblemDraft(item, unit, words, item.trust() * 0.5);
        faint.marks.add("仅凭位置");
        if (isLedByCause) {
            faint.causedBy(
                    new Span(clauses.getFirst().start(), clauses.get(first - 1).end()));
        }
        if (end < clauses.size()) {
            faint.causedBy(new Span(clauses.get(end).start(), sentence.span().end()));
        }
        return faint;
    }

    private boolean opensCause(Span clause) {
        Opening opening = lexicon.openers().of(text, clause);
        return opening.is("cause") || opening.is("reason");
    }

    /// What the only sentence under a heading of problems says, where nothing under it names a shortcoming in known
    /// words: its first statement that praises nothing.
    List<ProblemDraft> readByPlace(Item item) {
        for (Unit unit : Unit.of(text, item.body())) {
            for (Sentence sentence : unit.sentences()) {
                String words = sentence.span().in(text);
                if (sentence.isLeadIn(text) || lexicon.saysNothing(words)) {
                    continue;
                }
                boolean isTold =
                        isStatement(sentence) && !lexicon.circumstances().praises(words);
                return isTold ? List.of(faint(item, unit.number(), sentence)) : List.of();
            }
        }
        return List.of();
    }

    private ProblemDraft plain(Item item, int unit, Span span) {
        ProblemDraft draft = new ProblemDraft(item, unit, span, item.trust() * weight(lacks(span)));
        mark(draft, span);
        return draft;
    }

    private void readUnit(Item item, int unit, List<Sentence> sentences, List<ProblemDraft> found) {
        Sentence first = sentences.getFirst();
        boolean isHeading = sentences.size() > 1
                && (first.clauses(text).size() == 1 || first.span().length() <= HEADING)
                && first.span().length() <= Item.TITLE
                && !first.soft()
                && lacks(first.span()).is();
        boolean isBehindSemicolon = false;
        for (Sentence sentence : sentences) {
            boolean isFirst = sentence.equals(first);
            boolean isBeside = isBehindSemicolon && !isHeading;
            isBehindSemicolon = sentence.soft();
            if (found.isEmpty() || isFirst) {
                readSentence(item, unit, sentence, found, false);
            } else if (isOwn(sentence, isHeading, item.counted(), isBeside, found)) {
                List<ProblemDraft> more = new ArrayList<>();
                readSentence(item, unit, sentence, more, true);
                if (more.isEmpty()) {
                    elaborate(sentence, found);
                }
                found.addAll(more);
            } else {
                elaborate(sentence, found);
            }
        }
    }

    /// Whether a later sentence speaks of something else: another object with a plain shortcoming, and no example.
    ///
    /// @param isNumbered whether a number stands before all of it, so that what follows its heading explains it
    /// @param isBeside   whether a semicolon sets it beside the one before, so that 部分 and 个别 open no example
    private boolean isOwn(
            Sentence sentence, boolean isHeading, boolean isNumbered, boolean isBeside, List<ProblemDraft> found) {
        List<Span> clauses = sentence.clauses(text);
        Opening opening = lexicon.openers().of(text, clauses.getFirst());
        boolean isExample = opening.is("sample") && !isBeside;
        boolean mayBegin = opening.part().isEmpty() || opening.is("cause") || opening.is("scene") || opening.is("also");
        if (!mayBegin && (isExample || !opening.is("sample"))) {
            return false;
        }
        boolean isPlain = clauses.stream().anyMatch(it -> {
            Lack lack = lacks(it);
            return lack.isPlain() && lack.hasSubject();
        });
        if (!isPlain || isHeading && (clauses.size() > 1 || isNumbered) && !sentence.soft()) {
            return false;
        }
        return near(found).stream()
                .noneMatch(it -> lexicon.likeness()
                                .shared(it.span.in(text), sentence.span().in(text))
                        > 0);
    }

    private void elaborate(Sentence sentence, List<ProblemDraft> found) {
        List<ProblemDraft> problems = near(found);
        String words = sentence.span().in(text);
        if (lexicon.isSettled(words)) {
            problems.forEach(it -> it.settled = true);
            return;
        }
        List<Span> clauses = sentence.clauses(text);
        int cause = -1;
        int lacking = -1;
        for (int i = 0; i < clauses.size(); i++) {
            Opening opening = lexicon.openers().of(text, clauses.get(i));
            boolean isMainly = i == 0 && words.startsWith("主要是");
            if (opening.is("reason") || isMainly) {
                Span reason = new Span(clauses.get(i).start(), sentence.span().end());
                problems.forEach(it -> it.causedBy(reason));
                if (lacking >= 0) {
                    explain(
                            problems,
                            clauses.get(lacking).start(),
                            clauses.get(i).start());
                }
                return;
            }
            if (i > 0 && cause < 0 && isOutcome(clauses.get(i), opening) && isCircumstance(clauses.subList(0, i))) {
                Span reason =
                        new Span(clauses.getFirst().start(), clauses.get(i - 1).end());
                problems.forEach(it -> it.causedBy(reason));
                cause = i - 1;
            }
            if (opening.is("cause") && cause < 0) {
                int end = causeEnd(clauses, i);
                Span reason = new Span(clauses.get(i).start(), clauses.get(end).end());
                problems.forEach(it -> it.causedBy(reason));
                cause = end;
                i = end;
            } else if (lacking < 0 && lacks(clauses.get(i)).is()) {
                lacking = i;
            }
        }
        if (cause < 0 && asksForCauses(problems)) {
            int end = lacking < 0 ? clauses.size() : lacking;
            boolean isGranted = lacking > 0 && grants(clauses.get(lacking));
            if (end > 0 && !isGranted && isCircumstance(clauses.subList(0, end))) {
                Span reason = new Span(
                        clauses.getFirst().start(), clauses.get(end - 1).end());
                problems.forEach(it -> it.causedBy(reason));
            }
        }
        if (lacking >= 0) {
            explain(problems, clauses.get(lacking).start(), sentence.span().end());
        }
    }

    /// `但…`, `…还需要…`: what was said before is granted, not to blame.
    private boolean grants(Span clause) {
        String before = text.substring(
                clause.start(), Math.max(clause.start(), lacks(clause).at() + 1));
        return lexicon.openers().of(text, clause).is("but")
                || before.contains("还")
                || before.contains("仍")
                || before.contains("尚");
    }

    /// Whether the heading speaks of causes and none was named yet.
    private static boolean asksForCauses(List<ProblemDraft> problems) {
        return problems.stream().allMatch(it -> it.causes.isEmpty() && Circumstances.asksForCauses(it.item.mark()));
    }

    /// `难免不够客观`, `指标因而不够周全`: what comes of what the clauses before said.
    private boolean isOutcome(Span clause, Opening opening) {
        return opening.is("result") || lexicon.circumstances().isOutcome(clause.in(text));
    }

    private boolean isCircumstance(List<Span> clauses) {
        return lexicon.circumstances().are(text, clauses);
    }

    /// The last few: what a text says of the problems before it, it does not say of thousands.
    private static List<ProblemDraft> near(List<ProblemDraft> found) {
        return found.subList(Math.max(0, found.size() - NEAR), found.size());
    }

    private void explain(List<ProblemDraft> problems, int start, int end) {
        int to = end;
        while (to > start && ", ".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        Span passage = new Span(start, to);
        if (!passage.isEmpty()) {
            problems.forEach(it -> it.explainedBy(passage));
        }
    }

    /// The last clause of a cause that opens with 由于: up to the next that says what is wanting.
    private int causeEnd(List<Span> clauses, int from) {
        int end = from;
        while (end + 2 < clauses.size()
                && !lacks(clauses.get(end + 1)).is()
                && !lexicon.openers().of(text, clauses.get(end + 1)).is("result")) {
            end++;
        }
        return end;
    }

    private void readSentence(Item item, int unit, Sentence sentence, List<ProblemDraft> found, boolean isLater) {
        List<Span> clauses = sentence.clauses(text);
        List<ProblemDraft> here = new ArrayList<>();
        List<Span> causes = new ArrayList<>();
        int covered = 0;
        boolean wasNeed = false;
        boolean isCounted =
                item.counted() || unit > 0 && isBehindCount(sentence.span().start());
        for (int i = 0; i < clauses.size(); i++) {
            Span clause = clauses.get(i);
            Opening opening = lexicon.openers().of(text, clause);
            if (opening.is("reason")) {
                causes.add(new Span(clause.start(), sentence.span().end()));
                break;
            }
            if (opening.is("scene") && here.isEmpty() && i + 1 < clauses.size()) {
                covered = i + 1;
                continue;
            }
            if (opening.is("cause") && i + 1 < clauses.size() || isMaking(clauses, i)) {
                int end = opening.is("cause") ? causeEnd(clauses, i) : i;
                causes.add(new Span(clause.start(), clauses.get(end).end()));
                i = end;
                covered = end + 1;
                continue;
            }
            if (opening.is("cause")) {
                causes.add(clause);
                continue;
            }
            Lack lack = lexicon.saysNothing(clause.in(text)) ? Lack.NONE : lacks(clause);
            boolean isUnforeseen = here.isEmpty()
                    && i + 1 < clauses.size()
                    && lacks(clauses.get(i + 1)).is()
                    && lexicon.circumstances().isUnforeseen(clause.in(text));
            if (isUnforeseen) {
                causes.add(new Span(clauses.get(covered).start(), clause.end()));
                covered = i + 1;
                continue;
            }
            if (!lack.is() && wasNeed && isShortened(clause)) {
                lack = new Lack(Plainness.NEED, clause.start(), true, false);
            }
            wasNeed |= lack.plainness() == Plainness.NEED;
            if (!lack.is() && opening.is("result") && !here.isEmpty()) {
                goOn(here, clause, covered == i);
                covered = i + 1;
                continue;
            }
            if (!lack.is()) {
                continue;
            }
            boolean isContinued = opening.is("result") || opening.is("but") || opening.is("sample");
            if (here.isEmpty()) {
                boolean isLed = causes.isEmpty() && lack.isPlain() && lack.hasSubject() && !isContinued && i > covered;
                if (isLed && lexicon.circumstances().leadTo(text, clauses.subList(covered, i))) {
                    causes.add(new Span(
                            clauses.get(covered).start(), clauses.get(i - 1).end()));
                    covered = i;
                }
                boolean isTurned = opening.is("but")
                        && lack.hasSubject()
                        && i > covered
                        && lexicon.circumstances().praises(clauses.get(i - 1).in(text));
                int from = isContinued && !isTurned || !lack.hasSubject() ? Math.max(covered, i - 1) : i;
                here.add(draft(item, unit, begun(clauses.get(from), from == i), clause.end(), lack));
            } else if (!isContinued
                    && (opening.is("also") && lack.isPlain() && lack.hasSubject()
                            || startsAnew(clauses, covered, i, lack, isCounted && causes.isEmpty()))) {
                int from = i - covered == 1 && !lack.isPlain() ? covered : i;
                here.add(draft(item, unit, begun(clauses.get(from), from == i), clause.end(), lack));
            } else {
                goOn(here, clauses.get(i), covered == i);
            }
            covered = i + 1;
        }
        boolean isExplained = causes.isEmpty()
                && !here.isEmpty()
                && covered < clauses.size()
                && Circumstances.asksForCauses(item.mark())
                && lexicon.circumstances().follow(text, clauses.subList(covered, clauses.size()));
        if (isExplained) {
            causes.add(new Span(clauses.get(covered).start(), sentence.span().end()));
        }
        List<Span> telling = causes.subList(0, Math.min(NEAR, causes.size()));
        here.forEach(problem -> telling.forEach(problem::causedBy));
        if (here.isEmpty()) {
            near(found).forEach(problem -> telling.forEach(problem::causedBy));
        }
        found.addAll(here);
    }

    /// `资金使用进一步规范` behind a clause with 有待, which counts for both.
    private boolean isShortened(Span clause) {
        String words = clause.in(text);
        int at = words.indexOf("进一步");
        return at >= 2 && words.length() - at - 3 <= 3 && words.charAt(at - 1) != '的';
    }

    /// A clause of its own: it names an object and plainly what is wanting of it; or one faint sign
    /// follows another with a circumstance of its own between them.
    private boolean startsAnew(List<Span> clauses, int covered, int at, Lack lack, boolean isCounted) {
        if (!lack.hasSubject() || lack.isEffect() || isOfTheSame(clauses, at)) {
            return false;
        }
        if (lack.isPlain()) {
            return !isCounted || isLike(clauses, at, lack);
        }
        return at - covered == 1
                && lexicon.openers().of(text, clauses.get(covered)).part().isEmpty();
    }

    private boolean isBehindCount(int start) {
        return text.startsWith("是", start - 1) || text.startsWith(")", start - 1);
    }

    /// `体系不够完善，内容不够全面`: in a numbered part, clauses of one build stand side by side; `质量不高，错误率偏高` explains.
    private boolean isLike(List<Span> clauses, int at, Lack lack) {
        for (int i = at - 1; i >= 0; i--) {
            Lack before = lacks(clauses.get(i));
            if (before.is()) {
                return build(before) == build(lack);
            }
        }
        return true;
    }

    private Build build(Lack lack) {
        if (lack.plainness() == Plainness.NEED) {
            return Build.NEED;
        }
        return "不未没无欠".indexOf(text.charAt(lack.at())) >= 0 ? Build.DENIAL : Build.NAME;
    }

    private enum Build {
        NEED,
        DENIAL,
        NAME
    }

    /// `监理人员配备不足，对隐蔽工程旁站不到位`: a clause that opens with 对 and names nobody is about who was named before.
    private boolean isOfTheSame(List<Span> clauses, int at) {
        String words = clauses.get(at).in(text);
        return at > 0 && words.startsWith("对") && !words.startsWith("对外") && !words.startsWith("对口");
    }

    private void goOn(List<ProblemDraft> here, Span clause, boolean isNext) {
        if (here.size() == 1 && isNext) {
            here.getFirst().goesOnTo(clause.end());
        } else {
            near(here).forEach(it -> it.explainedBy(clause));
        }
    }

    /// `网络普及使走访转到网上`: what makes something do something, before a clause that says what is wanting.
    private boolean isMaking(List<Span> clauses, int at) {
        if (at > 0 || clauses.size() < 2 || lacks(clauses.get(at)).isPlain()) {
            return false;
        }
        String words = clauses.get(at).in(text);
        int makes = words.indexOf('使');
        boolean isOther = makes > 0 && makes + 1 < words.length() && "用命得者节".indexOf(words.charAt(makes + 1)) >= 0;
        return makes > 2
                && !isOther
                && words.charAt(makes - 1) != '即'
                && lacks(clauses.get(at + 1)).is();
    }

    private ProblemDraft draft(Item item, int unit, int start, int end, Lack lack) {
        ProblemDraft draft = new ProblemDraft(item, unit, new Span(start, end), item.trust() * weight(lack));
        mark(draft, new Span(Math.max(start, lack.at()), end));
        return draft;
    }

    private void mark(ProblemDraft draft, Span lacking) {
        String words = lacking.in(text);
        draft.marks.add("“" + words.substring(0, Math.min(8, words.length())) + "”");
    }

    /// Where the words of a problem begin: behind 但, 虽然 and the like.
    private int begun(Span clause, boolean isOwn) {
        Opening opening = lexicon.openers().of(text, clause);
        boolean isPassedOver = isOwn && (opening.is("but") || opening.is("lead") || opening.is("also"));
        int start = clause.start() + (isPassedOver ? opening.words().length() : 0);
        return start < clause.end() - 1 ? start : clause.start();
    }

    private Lack lacks(Span span) {
        return lexicon.lacks().in(text, span);
    }

    private static double weight(Lack lack) {
        return switch (lack.plainness()) {
            case STRONG -> 1;
            case NEED -> 0.97;
            case WEAK -> 0.75;
            case NONE -> 0.5;
        };
    }
}
