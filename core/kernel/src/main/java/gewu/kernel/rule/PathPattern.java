package gewu.kernel.rule;

import gewu.api.WorkbenchException;
import gewu.api.report.Fact;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A pattern for paths below a folder, in which placeholders stand for facts: `{年度}/{单位}/**`, `*决算*.pdf`.
///
/// `?` is one character, `*` any within one name, `**` any over several folders, `{FIELD}` at least one
/// within one name, `{year}` four digits from 1949 to 2100. A pattern without `/` is for names at any depth.
/// The time a match takes grows with pattern times path and no faster, whatever somebody writes. Immutable.
final class PathPattern {
    private static final int LONGEST_PATH = 4_096;
    private static final int YEAR_DIGITS = 4;
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;
    private static final Set<Fact.Field> NO_PLACEHOLDER = EnumSet.of(Fact.Field.KIND, Fact.Field.DATE);

    private final List<Token> tokens;

    /// A part of a pattern.
    private sealed interface Token {
        /// This character, in capitals or not.
        record Letter(char c) implements Token {}

        /// `?`
        record One() implements Token {}

        /// `*`
        record Run() implements Token {}

        /// `**`
        record Deep() implements Token {}

        /// `**/`: any number of folders, also none.
        record Folders() implements Token {}

        /// `{FIELD}`
        record Hole(Fact.Field field) implements Token {}

        /// `{year}`
        record Year() implements Token {}

        /// Whether only what follows tells where it ends.
        default boolean isOpen() {
            return this instanceof Run || this instanceof Deep || this instanceof Folders || this instanceof Hole;
        }
    }

    private PathPattern(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /// @throws WorkbenchException that says what is wrong with `words`, and how to write it
    static PathPattern of(String words) {
        String path = Normalizer.normalize(words, Normalizer.Form.NFC).replace('\\', '/');
        boolean isForNames = path.indexOf('/') < 0;
        path = path.replaceFirst("^(\\./|/)+", "");
        if (path.endsWith("/")) {
            path += "**";
        }
        if (path.isEmpty()) {
            throw wrong("There is no pattern before the arrow.", "Write ** for all files of the folder.");
        }
        if (List.of(path.split("/")).contains("..")) {
            throw wrong("A rule can't reach above its folder.", "Put the rules file into the upper folder instead.");
        }
        List<Token> tokens = tokens(isForNames ? "**/" + path : path);
        check(tokens);
        return new PathPattern(tokens);
    }

    /// The fields that its placeholders stand for.
    Set<Fact.Field> fields() {
        Set<Fact.Field> fields = EnumSet.noneOf(Fact.Field.class);
        tokens.forEach(it -> field(it).ifPresent(fields::add));
        return fields;
    }

    /// What the placeholders stand for in `path`, which is parted by `/`; empty if it does not match. Where
    /// several ways fit, earlier placeholders are as short as they can be.
    Optional<Map<Fact.Field, String>> match(String path) {
        String words = Normalizer.normalize(path, Normalizer.Form.NFC);
        if (words.length() > LONGEST_PATH) {
            return Optional.empty();
        }
        List<BitSet> fits = fits(words);
        return fits.getFirst().get(0) ? Optional.of(taken(words, fits)) : Optional.empty();
    }

    // ---- reading the pattern

    private static List<Token> tokens(String path) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < path.length()) {
            char c = path.charAt(at);
            boolean startsName = at == 0 || path.charAt(at - 1) == '/';
            if (startsName && path.startsWith("**/", at)) {
                tokens.add(new Token.Folders());
                at += 3;
            } else if (path.startsWith("**", at)) {
                tokens.add(new Token.Deep());
                at += 2;
            } else if (c == '{') {
                int end = path.indexOf('}', at);
                if (end < 0) {
                    throw wrong("A { has no }.", "Write placeholders like {年度} or {year}.");
                }
                tokens.add(placeholder(path.substring(at + 1, end)));
                at = end + 1;
            } else {
                tokens.add(
                        switch (c) {
                            case '*' -> new Token.Run();
                            case '?' -> new Token.One();
                            default -> new Token.Letter(folded(c));
                        });
                at++;
            }
        }
        return tokens;
    }

    private static Token placeholder(String word) {
        Fact.Field field = Fact.Field.named(word.strip())
                .orElseThrow(() -> wrong(
                        "There is no field “" + word.strip() + "” for {" + word + "}.",
                        "Fields are " + RulesFile.fields() + "."));
        if (NO_PLACEHOLDER.contains(field)) {
            throw wrong(
                    "{" + word + "} can't be read from a path.",
                    "Write a rule for each value, such as *决算* => kind=final_accounts.");
        }
        return field == Fact.Field.YEAR ? new Token.Year() : new Token.Hole(field);
    }

    private static void check(List<Token> tokens) {
        Set<Fact.Field> seen = EnumSet.noneOf(Fact.Field.class);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Optional<Fact.Field> field = field(token);
            if (field.isPresent() && !seen.add(field.get())) {
                throw wrong(
                        "{" + field.get().id() + "} stands there twice.", "Use * where the same may stand once more.");
            }
            boolean isBesideOpen = i > 0 && isUnclear(tokens.get(i - 1), token);
            if (isBesideOpen) {
                throw wrong(
                        "Nothing tells where a placeholder ends that stands beside another or beside * or ?.",
                        "Put the character between them that parts them in the paths, such as {org}_*.");
            }
        }
    }

    private static boolean isUnclear(Token left, Token right) {
        boolean isHole = left instanceof Token.Hole || right instanceof Token.Hole;
        boolean isLeftWild = left.isOpen() && !(left instanceof Token.Folders) || left instanceof Token.One;
        boolean isRightWild = right.isOpen() || right instanceof Token.One;
        return isHole && isLeftWild && isRightWild;
    }

    private static Optional<Fact.Field> field(Token token) {
        return switch (token) {
            case Token.Hole(Fact.Field field) -> Optional.of(field);
            case Token.Year _ -> Optional.of(Fact.Field.YEAR);
            case Token.Letter _, Token.One _, Token.Run _, Token.Deep _, Token.Folders _ -> Optional.empty();
        };
    }

    // ---- matching

    /// For each token, at which places of the path it and all behind it fit to the end.
    private List<BitSet> fits(String path) {
        List<BitSet> fits = new ArrayList<>();
        BitSet next = new BitSet();
        next.set(path.length());
        fits.add(next);
        for (Token token : tokens.reversed()) {
            BitSet here = new BitSet();
            for (int at = path.length(); at >= 0; at--) {
                if (fitsAt(token, path, at, here, next)) {
                    here.set(at);
                }
            }
            fits.addFirst(here);
            next = here;
        }
        return fits;
    }

    /// @param here where the token fits behind `at`
    /// @param next where what follows it fits
    private static boolean fitsAt(Token token, String path, int at, BitSet here, BitSet next) {
        boolean isInName = at < path.length() && path.charAt(at) != '/';
        return switch (token) {
            case Token.Letter(char c) -> at < path.length() && folded(path.charAt(at)) == c && next.get(at + 1);
            case Token.One _ -> isInName && next.get(at + 1);
            case Token.Run _ -> next.get(at) || isInName && here.get(at + 1);
            case Token.Deep _ -> next.get(at) || at < path.length() && here.get(at + 1);
            case Token.Folders _ -> {
                int slash = path.indexOf('/', at);
                yield next.get(at) || slash >= 0 && here.get(slash + 1);
            }
            case Token.Hole _ -> isInName && (next.get(at + 1) || here.get(at + 1));
            case Token.Year _ -> isYear(path, at) && next.get(at + YEAR_DIGITS);
        };
    }

    private Map<Fact.Field, String> taken(String path, List<BitSet> fits) {
        Map<Fact.Field, String> taken = new EnumMap<>(Fact.Field.class);
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int end = end(tokens.get(i), path, at, fits.get(i + 1));
            String words = path.substring(at, end).strip();
            field(tokens.get(i)).filter(_ -> !words.isEmpty()).ifPresent(field -> taken.put(field, words));
            at = end;
        }
        return taken;
    }

    /// The nearest end of a token that begins at `at` and after which the rest fits.
    private static int end(Token token, String path, int at, BitSet next) {
        return switch (token) {
            case Token.Letter _, Token.One _ -> at + 1;
            case Token.Year _ -> at + YEAR_DIGITS;
            case Token.Hole _ -> next.nextSetBit(at + 1);
            case Token.Run _, Token.Deep _ -> next.nextSetBit(at);
            case Token.Folders _ -> {
                int end = at;
                while (!next.get(end)) {
                    end = path.indexOf('/', end) + 1;
                }
                yield end;
            }
        };
    }

    private static boolean isYear(String path, int at) {
        if (at + YEAR_DIGITS > path.length()) {
            return false;
        }
        int year = 0;
        for (char c : path.substring(at, at + YEAR_DIGITS).toCharArray()) {
            if (c < '0' || c > '9') {
                return false;
            }
            year = 10 * year + c - '0';
        }
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private static WorkbenchException wrong(String why, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, why, remedy);
    }
}
