package gewu.problems;

import gewu.api.problem.Findings.Remedy.Kind;
import gewu.api.problem.Findings.Scope;
import gewu.problems.Openers.Opening;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the remedies of a container: one for each sentence, part between semicolons, 一是 part and 一方面 half (S5). The
/// slogan over them is their heading; a sentence that only spells out the one before belongs to it.
final class RemedyReader {
    private static final int SLOGAN = 22;
    private static final int SHORT = 16;

    private final String text;
    private final Lexicon lexicon;

    RemedyReader(String text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
    }

    List<RemedyDraft> read(Item item) {
        List<RemedyDraft> found = new ArrayList<>();
        @Nullable Span heading = item.title();
        List<Unit> units = Unit.of(text, item.body());
        boolean hasCounted = units.stream().anyMatch(Unit::counted);
        int number = 0;
        for (Unit unit : units) {
            List<Sentence> sentences = new ArrayList<>(unit.sentences());
            boolean isPrefix = hasCounted && !unit.counted();
            if (isPrefix && sentences.size() == 1 && isSlogan(sentences.getFirst()) && item.counted()) {
                heading = sentences.getFirst().span();
                continue;
            }
            boolean mayHaveSlogan = !unit.counted()
                    && item.title() == null
                    && (item.counted() || item.matter() == Matter.NOTES)
                    && sentences.size() > 1;
            if (mayHaveSlogan
                    && isSlogan(sentences.getFirst())
                    && !sentences.getFirst().soft()) {
                heading = sentences.removeFirst().span();
            }
            number++;
            for (Span span : joined(sentences, unit.counted())) {
                add(item, number, span, heading, unit.counted() || item.counted() && !isPrefix, found);
            }
        }
        if (found.isEmpty() && heading != null && item.title() == null) {
            add(item, 1, heading, null, true, found);
        }
        return found;
    }

    private boolean isSlogan(Sentence sentence) {
        return sentence.span().length() <= SLOGAN && !sentence.isLeadIn(text);
    }

    /// Sentences, those put together that belong together.
    private List<Span> joined(List<Sentence> sentences, boolean counted) {
        List<Span> all = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (sentence.isLeadIn(text)) {
                continue;
            }
            boolean isFirstOfPart = counted
                    && i == 1
                    && sentences.getFirst().span().length() <= SLOGAN
                    && !sentences.getFirst().soft();
            boolean isBehindEmpty = !all.isEmpty() && isGeneric(all.getLast().in(text));
            if (!all.isEmpty()
                    && !isBehindEmpty
                    && (isFirstOfPart || goesOn(all.getLast(), sentence, sentences.get(i - 1)))) {
                all.add(new Span(all.removeLast().start(), sentence.span().end()));
            } else {
                all.add(sentence.span());
            }
        }
        return all;
    }

    private boolean goesOn(Span before, Sentence sentence, Sentence last) {
        List<Span> clauses = sentence.clauses(text);
        Span first = clauses.getFirst();
        Opening opening = lexicon.openers().of(text, first);
        if (opening.is("join") || opening.is("sample")) {
            return true;
        }
        String words = sentence.span().in(text);
        String earlier = before.in(text);
        int shared = lexicon.likeness().shared(earlier, words);
        boolean isAction = lexicon.openers().isAction(text, first);
        if (!isAction && !opening.is("turn")) {
            String clause = first.in(text);
            return shared > 0 && (clause.indexOf('应') > 0 || clause.indexOf('要') > 0)
                    || !last.soft()
                            && clauses.stream()
                                    .noneMatch(it -> lexicon.openers().acts(text, it));
        }
        boolean isShort = last.span().length() <= SHORT && last.span().in(text).indexOf(',') < 0 && !last.soft();
        return isShort && shared > 1;
    }

    private void add(Item item, int unit, Span span, @Nullable Span heading, boolean counted, List<RemedyDraft> found) {
        Span trimmed = behindLead(span);
        String words = trimmed.in(text);
        boolean isSaid = trimmed.length() < 4
                || isAddress(words)
                || lexicon.saysNothing(words)
                || lexicon.isState(words)
                || isGeneric(words)
                || lexicon.isSettled(words) && words.length() < 24 && item.scope() == Scope.CORE;
        boolean isComplaint = !acts(trimmed)
                && (item.matter() == Matter.NOTES
                        || lexicon.lacks().in(text, trimmed).isPlain());
        if (isSaid || !counted && isComplaint) {
            return;
        }
        boolean isSettledOnly = lexicon.isSettled(words) && words.length() < 24;
        Kind kind = isSettledOnly ? Kind.RESOLUTION_STATEMENT : kind(item, words);
        double trust = item.trust() * (acts(trimmed) ? 1 : 0.7) * (kind == Kind.GENERAL ? 0.9 : 1);
        String why =
                "“" + item.mark() + "”" + (counted ? "，逐项列出" : "，以动作开头") + (kind == Kind.GENERAL ? "，只说照章办事或空泛" : "");
        found.add(new RemedyDraft(item, unit, kind, trimmed, heading, trust, why));
    }

    /// The words behind `下一步,` and the like.
    private Span behindLead(Span span) {
        int comma = text.indexOf(',', span.start(), span.end());
        boolean hasShort = comma > 0 && comma < span.end() && comma - span.start() <= 8;
        if (hasShort) {
            Opening opening = lexicon.openers().of(text, span);
            boolean isTime = opening.is("turn")
                    && opening.words().length() > 1
                    && opening.words().length() >= comma - span.start() - 2;
            return isTime ? span.from(comma + 1) : span;
        }
        return span;
    }

    private boolean acts(Span span) {
        for (Span clause : new Sentence(span, false).clauses(text)) {
            String head = clause.in(text).substring(0, Math.min(14, clause.length()));
            boolean intends = head.indexOf('将') >= 0
                    || head.indexOf('要') >= 0
                    || head.indexOf('应') >= 0
                    || head.indexOf('已') >= 0
                    || head.indexOf('拟') >= 0;
            if (lexicon.openers().acts(text, clause) || lexicon.openers().isAction(text, clause) || intends) {
                return true;
            }
        }
        return false;
    }

    /// `采取切实可行的整改措施并落实到位` promises nothing that could be looked at.
    private boolean isGeneric(String words) {
        boolean hasMeasure = words.contains("措施") || words.contains("举措") || words.contains("办法");
        boolean takes = words.contains("制定") || words.contains("采取") || words.contains("落实");
        boolean praises = words.contains("切实可行")
                || words.contains("有效")
                || words.contains("有力")
                || words.contains("到位")
                || words.contains("针对性")
                || words.contains("相应")
                || words.contains("积极");
        return hasMeasure
                && takes
                && praises
                && words.length() <= 48
                && lexicon.likeness().concepts(words.replace("高度重视", "")).isEmpty();
    }

    /// `针对上述问题` says only what is answered.
    private static boolean isAddress(String words) {
        boolean opens = words.startsWith("针对") || words.startsWith("对于") || words.startsWith("围绕");
        return opens
                && words.length() <= 20
                && words.indexOf(',') < 0
                && (words.endsWith("问题") || words.endsWith("不足") || words.endsWith("困难") || words.endsWith("情况"));
    }

    private Kind kind(Item item, String words) {
        if (words.startsWith("建议") || words.contains(",建议")) {
            return Kind.ADVICE;
        }
        boolean isDone = words.startsWith("已")
                || words.contains("已经")
                || words.contains(",已")
                || words.contains("完成了")
                || words.contains("修订了")
                || words.contains("完善了")
                || words.contains("制定了")
                || words.contains("建立了")
                || words.contains("开展了")
                || words.contains("组织了")
                || words.contains("我局已")
                || words.contains("我单位已");
        if (isDone || item.matter() == Matter.DONE && !words.startsWith("将")) {
            return Kind.TAKEN;
        }
        boolean isLaw = (words.contains("按照") || words.contains("依据") || words.contains("遵守"))
                && (words.contains("法》") || words.contains("规定") || words.contains("要求"))
                && words.contains("严格");
        return isLaw || lexicon.isVague(words) ? Kind.GENERAL : Kind.PLANNED;
    }
}
