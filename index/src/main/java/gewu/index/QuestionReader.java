package gewu.index;

import gewu.api.WorkbenchException;
import gewu.api.report.CleanText;
import gewu.api.search.SearchQuery.Matching;
import gewu.index.SearchText.Reading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a person typed.
///
/// A space means “and”, `|` means “or” and binds more tightly, `-` before a word leaves it out, brackets
/// group. Between quotation marks, everything is words. Whatever isn't written apart is one word, so that a
/// piece copied from a report is found as it is: quotation marks and brackets inside a word are no signs.
///
/// `?` and `*` inside a word are gaps ([Wildcard]), `"…"~10` wants words close to each other ([Near]),
/// `year:2021` sets a condition ([Conditions]), and plugins may understand more ([Vocabulary]). Questions of
/// CNKI's professional search are read by [CnkiReader].
final class QuestionReader {
    private static final Pattern MEASURE = Pattern.compile("(?<ordered>>)?(?:(?<most>\\d{1,4})|s|S|句)");

    /// What people copy in is a sentence or a paragraph.
    private static final int LONGEST = 4_000;

    /// Of a question that is too long, so much is shown on both sides of the place.
    private static final int SHOWN = 10;

    /// Brackets in brackets; more than anybody can read.
    static final int DEEPEST = 40;

    static final String TOO_DEEP = "Brackets stand in more than " + DEEPEST + " brackets";

    private final String typed;
    private final Matching matching;
    private final Vocabulary vocabulary;
    /// Places that are words whatever stands there, because quotation marks are around them.
    private final BitSet quoted = new BitSet();
    /// Places of brackets that group.
    private final BitSet groups = new BitSet();

    private int at;

    private QuestionReader(String typed, Matching matching, Vocabulary vocabulary) {
        this.typed = typed;
        this.matching = matching;
        this.vocabulary = vocabulary;
    }

    /// @throws WorkbenchException if the words can't be understood; it points at the place
    static Question read(String typed, Matching matching, Vocabulary vocabulary) {
        if (typed.length() > LONGEST) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "The question has " + typed.length() + " characters, at character " + (LONGEST + 1) + ": “…"
                            + pointed(typed.substring(LONGEST - SHOWN, LONGEST + SHOWN), SHOWN) + "…”.",
                    "At most " + LONGEST + " are read; for a whole passage, look for similar paragraphs.");
        }
        boolean isCnki = switch (matching.syntax()) {
            case CNKI -> true;
            case GEWU -> false;
            case ANY -> CnkiReader.reads(typed);
        };
        if (isCnki) {
            return CnkiReader.read(typed, matching, vocabulary);
        }
        QuestionReader reader = new QuestionReader(typed, matching, vocabulary);
        reader.findQuotations();
        reader.findGroups();
        return reader.whole();
    }

    private Question whole() {
        skipSpace();
        if (at == typed.length()) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "The question is empty.",
                    "Say what to look for, such as 三公经费 or (会议费 | 接待费) 上升 -培训.");
        }
        Question question = all();
        if (!question.isAffirmative()) {
            throw fault(
                    0,
                    "The question only says what to leave out",
                    "Add a word to look for, such as 经费 " + typed.strip() + ".");
        }
        return question;
    }

    private Question all() {
        List<Question> parts = new ArrayList<>();
        skipSpace();
        while (at < typed.length() && !isGroupEnd()) {
            parts.add(any());
            skipSpace();
        }
        return parts.size() == 1 ? parts.getFirst() : new Question.All(parts);
    }

    private Question any() {
        int start = at;
        List<Question> parts = new ArrayList<>();
        parts.add(one());
        skipSpace();
        while (isBar()) {
            int bar = at;
            at++;
            skipSpace();
            if (at == typed.length() || isGroupEnd()) {
                throw fault(bar, "Behind “|” a word is missing", "Write both: 会议费 | 接待费.");
            }
            parts.add(one());
            skipSpace();
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        if (parts.stream().anyMatch(Question.Without.class::isInstance)) {
            throw fault(start, "“-” and “|” stand side by side", "Leave words out of the whole: (会议费 | 接待费) -培训.");
        }
        return new Question.Any(parts);
    }

    private Question one() {
        int start = at;
        if (isBar()) {
            throw fault(at, "Before “|” a word is missing", "Write both: 会议费 | 接待费.");
        }
        if (typed.charAt(at) == '-' && !quoted.get(at)) {
            at++;
            if (at == typed.length() || isSpace(at) || isBar() || isGroupEnd()) {
                throw fault(
                        start,
                        "Behind “-” the word to leave out is missing",
                        "Write it without a space, -培训, or put a dash that is meant between quotation marks, \"-\".");
            }
            Question part = one();
            if (part instanceof Question.Without(var inner)) {
                throw fault(start, "“-” stands twice", "Leave one out: -" + inner.understood() + ".");
            }
            if (!part.isAffirmative()) {
                throw fault(start, "Inside what is left out there is nothing but what is left out", "Say it once.");
            }
            return new Question.Without(part);
        }
        return groups.get(at) ? group() : word();
    }

    private Question group() {
        int start = at;
        at++;
        Question inner = all();
        at++;
        if (inner instanceof Question.All(var parts) && parts.isEmpty()) {
            throw fault(start, "The brackets are empty", "Leave them out, or write words between them.");
        }
        return inner;
    }

    private Question word() {
        int start = at;
        while (at < typed.length() && !isSpace(at) && !isBar() && !isGroupEnd()) {
            at++;
        }
        int tilde = tildeBehindQuotation(start);
        if (tilde > 0) {
            return near(start, tilde);
        }
        Optional<Question> condition = condition(start);
        if (condition.isPresent()) {
            return condition.get();
        }
        Optional<Question.Chosen> chosen = chosen(start);
        if (chosen.isPresent()) {
            return chosen.get();
        }
        Optional<Question> wildcard = wildcard(start);
        if (wildcard.isPresent()) {
            return wildcard.get();
        }
        String word = unwrapped(start, at);
        return term(word, matching, vocabulary)
                .orElseThrow(() -> fault(
                        start,
                        "“" + word + "” is nothing but signs that the search passes over",
                        matching.exact() ? "Add a word." : "Add a word, or search for exactly what is typed."));
    }

    /// Looks for a word, and for its synonyms if they are wanted; empty if there is nothing in it to look for.
    static Optional<Question> term(String word, Matching matching, Vocabulary vocabulary) {
        Question.Term term = Question.Term.of(word, matching);
        if (term.spells().isEmpty()) {
            return Optional.empty();
        }
        if (!matching.synonyms() || matching.exact()) {
            return Optional.of(term);
        }
        List<Question> ways = vocabulary.synonyms().of(term.spells().getFirst().words()).stream()
                .<Question>map(way -> Question.Term.of(way, matching))
                .toList();
        return Optional.of(ways.size() == 1 ? term : new Question.Any(ways));
    }

    private Reading reading() {
        return Question.Term.reading(matching);
    }

    /// What a plugin understands by the word.
    private Optional<Question.Chosen> chosen(int start) {
        return quoted.get(start) ? Optional.empty() : asked(start, () -> vocabulary.read(typed.substring(start, at)));
    }

    /// What a plugin says; where it finds a slip, the place is told before.
    private <T> T asked(int place, Supplier<T> plugin) {
        try {
            return plugin.get();
        } catch (WorkbenchException slip) {
            if (slip.kind() != WorkbenchException.Kind.USAGE) {
                throw slip;
            }
            throw new WorkbenchException(
                    slip.kind(),
                    "At character " + (place + 1) + ", “" + pointed(typed, place) + "”: " + slip.getMessage(),
                    slip.remedy(),
                    slip);
        }
    }

    private String folded(String words) {
        return SearchText.of(words, reading()).toString();
    }

    // ---- words close to each other

    /// Where `~` stands right behind the quotation with which the word begins; -1 if it doesn't.
    private int tildeBehindQuotation(int start) {
        char closing = closingOf(typed.charAt(start));
        int close = closing == 0 || !quoted.get(start) ? -1 : typed.indexOf(closing, start + 1);
        boolean isNear = close > 0 && close + 1 < at && CleanText.fold(typed.charAt(close + 1)) == '~';
        return isNear ? close + 1 : -1;
    }

    private Question near(int start, int tilde) {
        String measure = CleanText.of(typed.substring(tilde + 1, at)).text();
        Matcher matcher = MEASURE.matcher(measure);
        if (!matcher.matches()) {
            throw fault(
                    tilde,
                    "Behind “~” a distance is missing",
                    "Say how many characters may stand between the words, \"财政 资金\"~10; \"财政 资金\"~s for the same"
                            + " sentence; \"财政 资金\"~>10 for words in this order.");
        }
        String number = matcher.group("most");
        int most = number == null ? Near.SENTENCE : Integer.parseInt(number);
        if (most > Near.FARTHEST) {
            throw fault(
                    tilde,
                    "“~" + number + "” is too far",
                    "At most " + Near.FARTHEST
                            + " characters may stand between; for the whole paragraph, write the words" + " apart.");
        }
        List<String> words = new ArrayList<>();
        for (String word : typed.substring(start + 1, tilde - 1).split("[\\s\\u3000]+")) {
            String folded = folded(word);
            if (!folded.isEmpty() && !words.contains(folded)) {
                words.add(folded);
            }
        }
        if (words.size() < 2 || words.size() > Near.MOST_WORDS) {
            throw fault(
                    start,
                    words.size() < 2 ? "Before “~” a second word is missing" : "Before “~” stand too many words",
                    "Write two to " + Near.MOST_WORDS + " words with spaces between quotation marks: \"财政 资金\"~10.");
        }
        return new Near(words, most, matcher.group("ordered") != null, reading());
    }

    // ---- conditions

    private Optional<Question> condition(int start) {
        int colon = start;
        while (colon < at && isLatin(typed.charAt(colon)) && !quoted.get(colon)) {
            colon++;
        }
        if (colon == start || colon == at || CleanText.fold(typed.charAt(colon)) != ':' || quoted.get(colon)) {
            return Optional.empty();
        }
        String field = typed.substring(start, colon).toLowerCase(Locale.ROOT);
        String value = value(colon + 1);
        int behind = Math.min(colon + 1, typed.length());
        if (!value.isEmpty()) {
            Optional<Question.Chosen> chosen = asked(behind, () -> vocabulary.where(field, value));
            if (chosen.isPresent()) {
                return chosen.map(it -> it);
            }
        }
        return switch (Conditions.read(field, value, vocabulary)) {
            case Conditions.Answer.Understood(var where) -> Optional.of(where);
            case Conditions.Answer.Words _ -> Optional.empty();
            case Conditions.Answer.Faulty(var what, var remedy, var isInField) ->
                throw fault(isInField ? start : behind, what, remedy);
        };
    }

    /// What stands behind the colon, without the quotation marks round it.
    private String value(int from) {
        String value = typed.substring(from, at);
        boolean isQuoted = value.length() > 1
                && closingOf(value.charAt(0)) != 0
                && value.charAt(value.length() - 1) == closingOf(value.charAt(0));
        return (isQuoted ? value.substring(1, value.length() - 1) : value).strip();
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    // ---- gaps

    private Optional<Question> wildcard(int start) {
        List<String> pieces = new ArrayList<>();
        List<Wildcard.Gap> gaps = new ArrayList<>();
        int from = start;
        int place = start;
        while (place < at) {
            int end = place;
            while (end < at && isGap(end)) {
                end++;
            }
            if (end > place && place > start && end < at && isWord(place - 1) && isWord(end)) {
                pieces.add(folded(typed.substring(from, place)));
                gaps.add(gap(typed.substring(place, end)));
                from = end;
            }
            place = Math.max(end, place + 1);
        }
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        if (gaps.size() > Wildcard.MOST_GAPS) {
            throw fault(
                    start,
                    "The word has more than " + Wildcard.MOST_GAPS + " gaps",
                    "Leave some out, or write its parts as words of their own.");
        }
        pieces.add(folded(typed.substring(from, at)));
        return Optional.of(new Wildcard(pieces, gaps, reading()));
    }

    private static Wildcard.Gap gap(String signs) {
        int least = (int) signs.chars().filter(sign -> sign == '?').count();
        return new Wildcard.Gap(least, signs.indexOf('*') < 0 ? least : least + Wildcard.LONGEST_GAP);
    }

    /// Only as typed on a keyboard without Chinese: `？` is a question mark in whatever was copied.
    private boolean isGap(int place) {
        char c = typed.charAt(place);
        return (c == '?' || c == '*') && !quoted.get(place);
    }

    private boolean isWord(int place) {
        char c = CleanText.fold(typed.charAt(place));
        return Character.isLetterOrDigit(c) || c == '%';
    }

    /// The typed words; in an exact search the straight quotation marks round the whole are the question's own.
    private String unwrapped(int start, int end) {
        boolean isWrapped =
                end - start > 2 && isStraightQuote(typed.charAt(start)) && typed.indexOf('"', start + 1) == end - 1;
        return matching.exact() && isWrapped ? typed.substring(start + 1, end - 1) : typed.substring(start, end);
    }

    private void findQuotations() {
        int i = 0;
        while (i < typed.length()) {
            char closing = closingOf(typed.charAt(i));
            int end = closing == 0 ? -1 : typed.indexOf(closing, i + 1);
            if (end >= 0) {
                quoted.set(i, end + 1);
                i = end;
            } else if (closing != 0 && beginsWord(i) && hasSigns(i)) {
                throw fault(
                        i,
                        "The quotation mark " + typed.charAt(i) + " has no partner",
                        "Close it, or leave it out: a word is found with and without quotation marks.");
            }
            i++;
        }
    }

    private void findGroups() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < typed.length(); i++) {
            char c = CleanText.fold(typed.charAt(i));
            if (quoted.get(i)) {
                continue;
            }
            if (c == '(') {
                open.push(i);
            } else if (c == ')' && !open.isEmpty()) {
                int start = open.pop();
                if (beginsWord(start) && endsWord(i) && hasSigns(start, i)) {
                    if (open.size() >= DEEPEST) {
                        throw fault(i, TOO_DEEP, "Leave some out: spaces already mean “and”.");
                    }
                    groups.set(start);
                    groups.set(i);
                }
            }
        }
        for (int start : open) {
            if (beginsWord(start) && hasSigns(start)) {
                throw fault(
                        start, "The bracket " + typed.charAt(start) + " is not closed", "Close it, or leave it out.");
            }
        }
    }

    private boolean beginsWord(int place) {
        if (place == 0) {
            return true;
        }
        char before = CleanText.fold(typed.charAt(place - 1));
        return !quoted.get(place - 1)
                && (isSpace(place - 1)
                        || before == '|'
                        || before == '(' && beginsWord(place - 1)
                        || before == '-' && beginsWord(place - 1));
    }

    private boolean endsWord(int place) {
        if (place == typed.length() - 1 || isSpace(place + 1)) {
            return true;
        }
        char behind = CleanText.fold(typed.charAt(place + 1));
        return behind == '|' || behind == ')';
    }

    private boolean hasSigns(int from) {
        return hasSigns(from, typed.length());
    }

    /// Whether between the places something parts words, so that brackets or quotation marks matter.
    private boolean hasSigns(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (!quoted.get(i) && (isSpace(i) || CleanText.fold(typed.charAt(i)) == '|')) {
                return true;
            }
        }
        return false;
    }

    private void skipSpace() {
        while (at < typed.length() && isSpace(at)) {
            at++;
        }
    }

    private boolean isSpace(int place) {
        return CleanText.isSpace(typed.charAt(place)) && !quoted.get(place);
    }

    private boolean isBar() {
        return at < typed.length() && CleanText.fold(typed.charAt(at)) == '|' && !quoted.get(at);
    }

    private boolean isGroupEnd() {
        return groups.get(at) && CleanText.fold(typed.charAt(at)) == ')';
    }

    /// The mark that ends what `c` begins; 0 if it begins nothing.
    private static char closingOf(char c) {
        return switch (c) {
            case '"' -> '"';
            case '＂' -> '＂';
            case '“' -> '”';
            default -> 0;
        };
    }

    private static boolean isStraightQuote(char c) {
        return c == '"';
    }

    private WorkbenchException fault(int place, String what, String remedy) {
        return fault(typed, place, what, remedy);
    }

    /// A slip in a question, at its place.
    static WorkbenchException fault(String typed, int place, String what, String remedy) {
        return new WorkbenchException(
                WorkbenchException.Kind.USAGE,
                what + ", at character " + (place + 1) + ": “" + pointed(typed, place) + "”.",
                remedy);
    }

    private static String pointed(String typed, int place) {
        return typed.substring(0, place) + "▸" + typed.substring(place);
    }
}
