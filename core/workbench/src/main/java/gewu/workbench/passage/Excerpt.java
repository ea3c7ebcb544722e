package gewu.workbench.passage;

import gewu.api.report.CleanText;
import gewu.api.report.Doubt;
import gewu.api.report.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A stretch of a report as people read it: broken lines joined, characters as printed, marks moved along.
///
/// @param text       on one line; a tab parts the cells of a table
/// @param marks      in offsets of `text`
/// @param resembling those among the marks that hold no word as asked for, but one that looks like it
/// @param doubts     in offsets of `text`
/// @param underlines in offsets of `text`, in the order in which they begin
public record Excerpt(
        String text, List<Mark> marks, List<Mark> resembling, List<Doubt> doubts, List<Underline> underlines) {
    private static final String GAP = " … ";

    public Excerpt {
        marks = List.copyOf(marks);
        resembling = List.copyOf(resembling);
        doubts = List.copyOf(doubts);
        underlines = List.copyOf(underlines);
    }

    /// An excerpt without underlines.
    public Excerpt(String text, List<Mark> marks, List<Mark> resembling, List<Doubt> doubts) {
        this(text, marks, resembling, doubts, List.of());
    }

    /// An excerpt whose marks all hold the words as asked for.
    public Excerpt(String text, List<Mark> marks, List<Doubt> doubts) {
        this(text, marks, List.of(), doubts);
    }

    /// Joins the broken lines of `source`, which begins at `start` of the report's source text, where `marks` and
    /// `doubts` count too.
    public static Excerpt of(String source, int start, List<Mark> marks, List<Doubt> doubts) {
        return of(source, start, marks, List.of(), doubts);
    }

    /// The same, where some of the marks hold words that look like those asked for.
    public static Excerpt of(
            String source, int start, List<Mark> marks, Collection<Mark> resembling, List<Doubt> doubts) {
        return of(source, start, marks, resembling, doubts, List.of());
    }

    /// The same with underlines, in offsets of the source text.
    public static Excerpt of(
            String source,
            int start,
            List<Mark> marks,
            Collection<Mark> resembling,
            List<Doubt> doubts,
            List<Underline> underlines) {
        CleanText clean = CleanText.of(source);
        StringBuilder text = new StringBuilder(clean.text().length());
        for (int i = 0; i < clean.text().length(); i++) {
            char c = clean.text().charAt(i);
            char printed = source.charAt(clean.sourceStart(i));
            text.append(c == ' ' && printed != '\t' ? ' ' : printed);
        }
        List<Mark> moved = new ArrayList<>();
        List<Mark> movedResembling = new ArrayList<>();
        for (Mark mark : marks) {
            int from = clean.cleanAt(Math.max(mark.start() - start, 0));
            int to = clean.cleanAt(Math.max(mark.end() - start, 0));
            if (to > from) {
                moved.add(new Mark(from, to));
                if (resembling.contains(mark)) {
                    movedResembling.add(new Mark(from, to));
                }
            }
        }
        List<Doubt> movedDoubts = new ArrayList<>();
        for (Doubt doubt : doubts) {
            int from = clean.cleanAt(Math.clamp(doubt.start() - start, 0, source.length()));
            int to = clean.cleanAt(Math.clamp(doubt.end() - start, 0, source.length()));
            if (to > from) {
                movedDoubts.add(new Doubt(from, to, doubt.confidence()));
            }
        }
        List<Underline> movedUnderlines = new ArrayList<>();
        for (Underline line : underlines) {
            int from = clean.cleanAt(Math.clamp(line.start() - start, 0, source.length()));
            int to = clean.cleanAt(Math.clamp(line.end() - start, 0, source.length()));
            if (to > from) {
                movedUnderlines.add(new Underline(from, to, line.kind(), line.to(), line.place()));
            }
        }
        return new Excerpt(text.toString(), moved, movedResembling, movedDoubts, movedUnderlines);
    }

    /// What stands around the marks, when the whole is longer than `most` characters; the beginning when nothing is
    /// marked.
    public Excerpt around(int most) {
        if (text.length() <= most) {
            return this;
        }
        if (marks.isEmpty()) {
            int to = boundary(most);
            return new Excerpt(text.substring(0, to) + "…", List.of(), doubts(0, to, 0));
        }
        int reach = Math.max(most / (2 * Math.min(marks.size(), 4)) - 4, 12);
        StringBuilder kept = new StringBuilder();
        List<Mark> moved = new ArrayList<>();
        List<Mark> movedResembling = new ArrayList<>();
        List<Doubt> movedDoubts = new ArrayList<>();
        int keptTo = -1;
        for (Mark mark : marks) {
            int from = boundary(Math.max(mark.start() - reach, 0));
            int to = boundary(Math.min(mark.end() + reach, text.length()));
            if (kept.length() >= most && from > keptTo) {
                break;
            }
            if (from > keptTo) {
                if (from > 0) {
                    kept.append(kept.isEmpty() ? "…" : GAP);
                }
                keptTo = from;
            }
            int shift = kept.length() - keptTo;
            if (to > keptTo) {
                kept.append(text, keptTo, to);
                movedDoubts.addAll(doubts(keptTo, to, shift));
                keptTo = to;
            }
            moved.add(new Mark(mark.start() + shift, mark.end() + shift));
            if (resembling.contains(mark)) {
                movedResembling.add(moved.getLast());
            }
        }
        if (keptTo < text.length()) {
            kept.append("…");
        }
        return new Excerpt(kept.toString(), moved, movedResembling, movedDoubts);
    }

    /// What there is of the doubts from `start` to `end`, moved by `shift`.
    private List<Doubt> doubts(int start, int end, int shift) {
        return Doubt.between(doubts, start, end).stream()
                .map(doubt -> new Doubt(
                        Math.max(doubt.start(), start) + shift, Math.min(doubt.end(), end) + shift, doubt.confidence()))
                .toList();
    }

    /// The stretches between and in the marks and doubts, in order.
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Mark mark : marks) {
            addPieces(at, mark.start(), Piece.Kind.PLAIN, pieces);
            Piece.Kind kind = resembling.contains(mark) ? Piece.Kind.RESEMBLING : Piece.Kind.FOUND;
            addPieces(Math.max(at, mark.start()), mark.end(), kind, pieces);
            at = Math.max(at, mark.end());
        }
        addPieces(at, text.length(), Piece.Kind.PLAIN, pieces);
        return pieces;
    }

    private void addPieces(int start, int end, Piece.Kind kind, List<Piece> pieces) {
        int at = start;
        for (Doubt doubt : Doubt.between(doubts, start, end)) {
            addPiece(at, doubt.start(), kind, Piece.SURE, pieces);
            int until = Math.min(doubt.end(), end);
            addPiece(Math.max(at, doubt.start()), until, kind, (int) Math.round(100 * doubt.confidence()), pieces);
            at = Math.max(at, until);
        }
        addPiece(at, end, kind, Piece.SURE, pieces);
    }

    /// Cuts what is alike once more where an underline begins or ends.
    private void addPiece(int start, int end, Piece.Kind kind, int percent, List<Piece> pieces) {
        int at = start;
        while (at < end) {
            int from = at;
            int to = end;
            for (Underline line : underlines) {
                to = line.start() > from
                        ? Math.min(to, line.start())
                        : line.end() > from ? Math.min(to, line.end()) : to;
            }
            int until = to;
            List<Underline> here = Underline.between(underlines, from, until);
            List<Underline> begun = here.stream()
                    .filter(it -> it.start() == from
                            && it.kind() != Underline.Kind.FIGURE
                            && !it.to().isEmpty())
                    .toList();
            pieces.add(new Piece(text.substring(from, until), kind, percent, here, begun));
            at = until;
        }
    }

    /// A place where no character is torn in two.
    private int boundary(int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /// A stretch that is marked, and doubted, as a whole or not at all.
    ///
    /// @param confidence in percent, of words that a recogniser was not sure of; -1 for all others
    /// @param underlines those below it
    /// @param begun      problems and remedies that begin with it
    public record Piece(String text, Kind kind, int confidence, List<Underline> underlines, List<Underline> begun) {
        static final int SURE = -1;

        public Piece {
            underlines = List.copyOf(underlines);
            begun = List.copyOf(begun);
        }

        /// A stretch without underlines.
        public Piece(String text, Kind kind, int confidence) {
            this(text, kind, confidence, List.of(), List.of());
        }

        /// The figure it is a part of, if any.
        public Optional<Underline> figure() {
            return underlines.stream()
                    .filter(it -> it.kind() == Underline.Kind.FIGURE)
                    .findFirst();
        }

        /// The styles of what lies below it, figures apart; empty for none.
        public String styles() {
            return underlines.stream()
                    .filter(it -> it.kind() != Underline.Kind.FIGURE)
                    .map(it -> it.kind().style())
                    .distinct()
                    .collect(Collectors.joining(" "));
        }

        /// What a stretch is to the question.
        public enum Kind {
            PLAIN,
            /// Words that were asked for.
            FOUND,
            /// Words that look like them.
            RESEMBLING
        }

        public boolean isMarked() {
            return kind != Kind.PLAIN;
        }

        public boolean isResembling() {
            return kind == Kind.RESEMBLING;
        }

        /// The text, parted where a cell of a table ends; often just one.
        public List<String> cells() {
            return List.of(text.split("\t", -1));
        }

        public boolean isDoubtful() {
            return confidence != SURE;
        }
    }
}
