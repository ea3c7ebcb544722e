package gewu.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The one way an event is written, so that its hash can be made again anywhere: UTF-8, a value a line, changes in the
/// order of their fields, tabs and line ends escaped.
final class Canon {
    private static final String FORM = "gewu ledger event 1";

    private Canon() {}

    /// Changes as a column keeps them: a line each of field, old value and new value, parted by tabs.
    static String write(List<Change> changes) {
        StringBuilder lines = new StringBuilder();
        for (Change it : changes) {
            if (!lines.isEmpty()) {
                lines.append('\n');
            }
            escape(it.field(), lines);
            lines.append('\t');
            escape(it.before(), lines);
            lines.append('\t');
            escape(it.after(), lines);
        }
        return lines.toString();
    }

    /// @throws IllegalArgumentException if nobody wrote it so
    static List<Change> read(String lines) {
        List<Change> changes = new ArrayList<>();
        if (lines.isEmpty()) {
            return changes;
        }
        int from = 0;
        while (from <= lines.length()) {
            int end = lines.indexOf('\n', from);
            int stop = end < 0 ? lines.length() : end;
            changes.add(change(lines, from, stop));
            from = stop + 1;
        }
        return changes;
    }

    /// What the event's hash is made of.
    static String text(Event event) {
        StringBuilder text = new StringBuilder(256);
        line(FORM, text);
        line(Long.toString(event.sequence()), text);
        line(event.previous(), text);
        line(event.subject(), text);
        line(event.batch() + " " + event.undoes(), text);
        line(event.at().toString(), text);
        line(event.actor(), text);
        line(event.role().id(), text);
        line(event.act(), text);
        line(event.reason(), text);
        return text.append(event.changes()).toString();
    }

    /// SHA-256 in hexadecimal digits.
    static String hash(Event event) {
        return HexFormat.of().formatHex(sha256().digest(text(event).getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java has no SHA-256.", absent);
        }
    }

    private static Change change(String lines, int from, int stop) {
        int first = lines.indexOf('\t', from);
        int second = first < 0 ? -1 : lines.indexOf('\t', first + 1);
        if (first < 0 || first >= stop || second < 0 || second >= stop) {
            throw new IllegalArgumentException("Not a change: “" + lines.substring(from, stop) + "”");
        }
        return new Change(
                plain(lines.substring(from, first)),
                plain(lines.substring(first + 1, second)),
                plain(lines.substring(second + 1, stop)));
    }

    private static void line(String value, StringBuilder to) {
        escape(value, to);
        to.append('\n');
    }

    private static void escape(String value, StringBuilder to) {
        for (int i = 0; i < value.length(); i++) {
            char it = value.charAt(i);
            switch (it) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                default -> to.append(it);
            }
        }
    }

    private static String plain(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char it = value.charAt(i);
            if (it != '\\' || i + 1 == value.length()) {
                plain.append(it);
                continue;
            }
            i++;
            plain.append(
                    switch (value.charAt(i)) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> value.charAt(i);
                    });
        }
        return plain.toString();
    }
}
