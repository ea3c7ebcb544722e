package gewu.index;

import gewu.api.WorkbenchException;
import gewu.api.report.CleanText;
import gewu.api.report.YearRange;
import gewu.api.search.SearchQuery.Matching;
import gewu.index.SearchText.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads questions as people write them for CNKI's professional search: `SU='三公经费'*'压减' AND AF='档案局' NOT
/// TI='项目'`.
///
/// A field, `=` or `%`, and words between quotation marks; `*` and, `+` or, `-` not between words of one
/// field, AND, OR and NOT between fields, brackets. `FT='财政 /NEAR 10 资金'` wants words close to each other,
/// `/PREV` in this order, `/AFT` in the other, `/SEN 0` in one sentence, `/PRG 0` in one paragraph. Distances
/// count characters.
final class CnkiReader {
    private static final Pattern BEGINNING = Pattern.compile(
            "[\\s(（]*(?:NOT\\s+)?[A-Za-z]{2,3}\\s*[=＝%％]\\s*[(（]*\\s*['‘’＇\"“]", Pattern.CASE_INSENSITIVE);
    private static final Pattern POSITION =
            Pattern.compile("(?<one>.+?)\\s*/(?<how>[A-Za-z]+)\\s*(?<most>\\d{1,4})?\\s+(?<other>.+)", Pattern.DOTALL);
    private static final String QUOTES = "'‘’＇\"“”";
    private static final String EXAMPLE = "Write it like SU='三公经费'*'压减' AND AF='档案局'.";

    private final String typed;
    private final Matching matching;
    private final Vocabulary vocabulary;
    private int at;
    private int depth;

    private CnkiReader(String typed, Matching matching, Vocabulary vocabulary) {
        this.typed = typed;
        this.matching = matching;
        this.vocabulary = vocabulary;
    }

    /// Whether a question begins like one of CNKI's.
    static boolean reads(String typed) {
        return BEGINNING.matcher(typed).lookingAt();
    }

    /// @throws WorkbenchException if the words can't be understood; it points at the place
    static Question read(String typed, Matching matching, Vocabulary vocabulary) {
        CnkiReader reader = new CnkiReader(typed, matching, vocabulary);
        Question question = reader.either();
        if (reader.at < typed.length()) {
            throw reader.fault("Here AND, OR or NOT is missing", EXAMPLE);
        }
        if (!question.isAffirmative()) {
            throw QuestionReader.fault(typed, 0, "The question only says what to leave out", EXAMPLE);
        }
        return question;
    }

    private Question either() {
        List<Question> ways = new ArrayList<>();
        ways.add(both());
        while (takeWord("OR")) {
            ways.add(both());
        }
        return ways.size() == 1 ? ways.getFirst() : new Question.Any(ways);
    }

    private Question both() {
        List<Question> parts = new ArrayList<>();
        parts.add(takeWord("NOT") ? new Question.Without(one()) : one());
        while (true) {
            if (takeWord("AND")) {
                parts.add(takeWord("NOT") ? new Question.Without(one()) : one());
            } else if (takeWord("NOT")) {
                parts.add(new Question.Without(one()));
            } else {
                return parts.size() == 1 ? parts.getFirst() : new Question.All(parts);
            }
        }
    }

    private Question one() {
        skipSpace();
        if (take('(')) {
            goDeeper();
            Question inner = either();
            close();
            return inner;
        }
        int start = at;
        while (at < typed.length() && Character.isLetter(typed.charAt(at)) && typed.charAt(at) < 0x80) {
            at++;
        }
        String name = typed.substring(start, at).toUpperCase(Locale.ROOT);
        skipSpace();
        if (name.isEmpty() || at == typed.length() || !isComparison(CleanText.fold(typed.charAt(at)))) {
            throw QuestionReader.fault(typed, start, "Here a field with “=” is missing", EXAMPLE);
        }
        at++;
        if (at < typed.length() && CleanText.fold(typed.charAt(at)) == '=') {
            at++;
        }
        Field field = field(name, start);
        return sum(field);
    }

    private static boolean isComparison(char c) {
        return c == '=' || c == '%';
    }

    /// Where words of a field are looked for.
    private enum Field {
        WORDS,
        SUBJECT,
        TITLE,
        ORGANISATION,
        HEADING,
        YEAR
    }

    private Field field(String name, int start) {
        return switch (name) {
            case "FT", "AB" -> Field.WORDS;
            case "SU", "TKA", "KY" -> Field.SUBJECT;
            case "TI" -> Field.TITLE;
            case "AF", "AU" -> Field.ORGANISATION;
            case "CO" -> Field.HEADING;
            case "YE" -> Field.YEAR;
            default ->
                throw QuestionReader.fault(
                        typed,
                        start,
                        "Reports have no field “" + name + "”",
                        "Known are SU, TKA, KY (words, title or heading), FT, AB (words), TI (title), AF, AU"
                                + " (organisation), CO (heading), YE (year).");
        };
    }

    // ---- words of one field

    private Question sum(Field field) {
        List<Question> ways = new ArrayList<>();
        ways.add(product(field));
        while (take('+')) {
            ways.add(product(field));
        }
        return ways.size() == 1 ? ways.getFirst() : new Question.Any(ways);
    }

    private Question product(Field field) {
        List<Question> parts = new ArrayList<>();
        parts.add(value(field));
        while (true) {
            if (take('*')) {
                parts.add(value(field));
            } else if (take('-')) {
                parts.add(new Question.Without(value(field)));
            } else {
                return parts.size() == 1 ? parts.getFirst() : new Question.All(parts);
            }
        }
    }

    private Question value(Field field) {
        skipSpace();
        if (take('(')) {
            goDeeper();
            Question inner = sum(field);
            close();
            return inner;
        }
        int start = at;
        String words = at < typed.length() && QUOTES.indexOf(typed.charAt(at)) >= 0 ? quoted() : bare();
        if (words.isBlank()) {
            throw QuestionReader.fault(typed, start, "Here words between quotation marks are missing", EXAMPLE);
        }
        return meaning(field, words.strip(), start);
    }

    private String quoted() {
        int start = at;
        char opening = typed.charAt(at);
        boolean isDouble = "\"“”".indexOf(opening) >= 0;
        at++;
        int from = at;
        while (at < typed.length() && (isDouble ? "\"”“" : "'’‘＇").indexOf(typed.charAt(at)) < 0) {
            at++;
        }
        if (at == typed.length()) {
            throw QuestionReader.fault(
                    typed, start, "The quotation mark " + opening + " has no partner", "Close it behind the words.");
        }
        at++;
        return typed.substring(from, at - 1);
    }

    private String bare() {
        int from = at;
        while (at < typed.length() && !isSign(CleanText.fold(typed.charAt(at))) && !isSpace()) {
            at++;
        }
        return typed.substring(from, at);
    }

    private static boolean isSign(char c) {
        return c == '(' || c == ')' || c == '*' || c == '+' || c == '-' || c == '=' || c == '\'';
    }

    private Question meaning(Field field, String words, int start) {
        return switch (field) {
            case WORDS -> words(words, start);
            case SUBJECT -> {
                String part = part(words, start);
                yield new Question.Any(List.of(words(words, start), new Where.Title(part), new Where.Heading(part)));
            }
            case TITLE -> new Where.Title(part(words, start));
            case ORGANISATION -> new Where.Org(part(words, start));
            case HEADING -> new Where.Heading(part(words, start));
            case YEAR ->
                YearRange.read(words)
                        .filter(years -> !years.isBackwards())
                        .<Question>map(Where.Years::new)
                        .orElseThrow(() -> QuestionReader.fault(
                                typed,
                                start,
                                "“" + words + "” is no year or range of years",
                                "Write it like YE='2021' or YE='2021-2023'."));
        };
    }

    private String part(String words, int start) {
        String part = SearchText.of(words).toString();
        if (part.isEmpty()) {
            throw nothing(words, start);
        }
        return part;
    }

    private Question words(String words, int start) {
        Matcher position = POSITION.matcher(words);
        if (words.indexOf('/') >= 0 && position.matches()) {
            return position(position, start);
        }
        return QuestionReader.term(words, matching, vocabulary).orElseThrow(() -> nothing(words, start));
    }

    private Question position(Matcher position, int start) {
        String one = position.group("one").strip();
        String other = position.group("other").strip();
        @Nullable String number = position.group("most");
        int most = number == null ? 0 : Integer.parseInt(number);
        return switch (position.group("how").toUpperCase(Locale.ROOT)) {
            case "NEAR" -> near(List.of(one, other), within(most, start), false, start);
            case "PREV" -> near(List.of(one, other), within(most, start), true, start);
            case "AFT" -> near(List.of(other, one), within(most, start), true, start);
            case "SEN" -> {
                wantOnly(most, "/SEN", start);
                yield near(List.of(one, other), Near.SENTENCE, false, start);
            }
            case "PRG" -> {
                wantOnly(most, "/PRG", start);
                yield new Question.All(List.of(words(one, start), words(other, start)));
            }
            default ->
                throw QuestionReader.fault(
                        typed,
                        start,
                        "There is no “/" + position.group("how") + "”",
                        "Known are /NEAR, /PREV, /AFT with a number of characters, /SEN 0 and /PRG 0.");
        };
    }

    private int within(int most, int start) {
        if (most > Near.FARTHEST) {
            throw QuestionReader.fault(
                    typed,
                    start,
                    "“" + most + "” is too far",
                    "At most " + Near.FARTHEST
                            + " characters may stand between the words; /PRG 0 means the paragraph.");
        }
        return most;
    }

    /// Words of different sentences or paragraphs are not looked for together.
    private void wantOnly(int most, String sign, int start) {
        if (most > 1) {
            throw QuestionReader.fault(
                    typed,
                    start,
                    "“" + sign + " " + most + "” reaches too far",
                    "Write /SEN 0 for one sentence or /PRG 0 for one paragraph.");
        }
    }

    private Question near(List<String> all, int most, boolean isOrdered, int start) {
        Reading reading = Question.Term.reading(matching);
        List<String> words = new ArrayList<>();
        for (String word : all) {
            String folded = SearchText.of(word, reading).toString();
            if (folded.isEmpty()) {
                throw nothing(word, start);
            }
            words.add(folded);
        }
        if (words.getFirst().equals(words.getLast())) {
            throw QuestionReader.fault(typed, start, "The same word stands twice", "Write two words.");
        }
        return new Near(words, most, isOrdered, reading);
    }

    private WorkbenchException nothing(String words, int start) {
        return QuestionReader.fault(
                typed, start, "“" + words + "” is nothing but signs that the search passes over", "Add a word.");
    }

    // ---- signs

    private void goDeeper() {
        depth++;
        if (depth > QuestionReader.DEEPEST) {
            throw fault(QuestionReader.TOO_DEEP, "Leave some out.");
        }
    }

    private void close() {
        depth--;
        skipSpace();
        if (!take(')')) {
            throw fault("Here a bracket is not closed", "Close it, or leave it out.");
        }
    }

    private Optional<Character> sign() {
        skipSpace();
        return at < typed.length() ? Optional.of(CleanText.fold(typed.charAt(at))) : Optional.empty();
    }

    private boolean take(char sign) {
        if (sign().filter(it -> it == sign).isPresent()) {
            at++;
            return true;
        }
        return false;
    }

    private boolean takeWord(String word) {
        skipSpace();
        int end = at + word.length();
        boolean isThere = typed.regionMatches(true, at, word, 0, word.length())
                && (end == typed.length() || !Character.isLetterOrDigit(typed.charAt(end)));
        if (isThere) {
            at = end;
        }
        return isThere;
    }

    private void skipSpace() {
        while (at < typed.length() && isSpace()) {
            at++;
        }
    }

    private boolean isSpace() {
        return CleanText.isSpace(typed.charAt(at));
    }

    private WorkbenchException fault(String what, String remedy) {
        return QuestionReader.fault(typed, at, what, remedy);
    }
}
