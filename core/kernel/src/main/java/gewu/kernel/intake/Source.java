package gewu.kernel.intake;

import gewu.api.intake.Intake;
import gewu.kernel.report.RuleWord;
import gewu.kernel.rule.FolderRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/// A file on its way in.
///
/// @param path     where its content is read from
/// @param file     what people call it: the path as given, and the name inside for a file of an archive
/// @param absolute the same, resolved; the name by which it is known for ever
/// @param depth    in how many archives it stands
/// @param said     what a person says about its report
/// @param again    whether to read it although it is known
/// @param rules    what folders say about files
record Source(
        Path path, String file, String absolute, int depth, Intake.Overrides said, boolean again, FolderRules rules) {
    /// Between the name of an archive and the name of a file in it.
    static final String INSIDE = "!/";

    /// The archive on disk, for a file in an archive; else the file itself.
    static String outermost(String absolute) {
        int inside = absolute.indexOf(INSIDE);
        while (inside >= 0 && Files.isDirectory(Path.of(absolute.substring(0, inside + 1)))) {
            inside = absolute.indexOf(INSIDE, inside + 1); // a folder may be called 重要!
        }
        return inside < 0 ? absolute : absolute.substring(0, inside);
    }

    /// What the rules of its folders say about its report. Archives count as folders, but follow no rules of their own.
    List<RuleWord> ruled() {
        String outermost = outermost(absolute);
        String inside = absolute.substring(Math.min(absolute.length(), outermost.length() + INSIDE.length()));
        return rules.about(Path.of(outermost), inside.replace(INSIDE, "/"));
    }

    /// Size and time of the file now; empty if it can't be reached.
    Optional<BasicFileAttributes> attributes() {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }

    /// A file of this archive.
    ///
    /// @param name  as its author saw it; may hold anything
    /// @param local where its content stands
    Source inside(String name, Path local) {
        String safe = readable(name);
        return new Source(local, file + INSIDE + safe, absolute + INSIDE + safe, depth + 1, said, again, rules);
    }

    /// A file of this archive, as the store knows it.
    Source known(FileStates.Known inside) {
        return new Source(path, inside.record().file(), inside.absoluteFile(), depth + 1, said, false, rules);
    }

    /// A name that can be printed and stand in a path: control characters, what turns the direction of
    /// writing, and what some systems allow in no name become `_`.
    static String readable(String name) {
        StringBuilder safe = new StringBuilder();
        name.replace('\\', '/').codePoints().forEach(c -> {
            boolean isStrange = ":*?\"<>|".indexOf(c) >= 0
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                    || Character.getType(c) == Character.SURROGATE;
            safe.appendCodePoint(isStrange ? '_' : c);
        });
        return safe.toString();
    }
}
