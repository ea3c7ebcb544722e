package gewu.api.workbench;

import gewu.api.Label;
import gewu.api.report.Doubt;
import gewu.api.report.Mark;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a view shows, as plain data: the terminal prints it, the browser draws it.
public sealed interface Panel {
    /// Plain sentences.
    record Text(Label words) implements Panel {
        /// Sentences that are the same in both languages.
        public Text(String words) {
            this(Label.same(words));
        }
    }

    /// Rows under heads.
    ///
    /// @param title empty label for none
    record Table(Label title, List<Column> columns, List<Row> rows) implements Panel {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /// Where something stands: an offset of a report's source text. Pages lead there, a terminal passes it over.
    record Place(String report, int offset) {}

    /// A sentence of which stretches lead to where they stand.
    record Sentence(List<Piece> zh, List<Piece> en) {
        public Sentence {
            zh = List.copyOf(zh);
            en = List.copyOf(en);
        }

        /// Its pieces in `zh` or `en`.
        public List<Piece> in(String language) {
            return language.equals("en") ? en : zh;
        }

        /// Its words alone.
        public Label label() {
            return new Label(joined(zh), joined(en));
        }

        private static String joined(List<Piece> pieces) {
            return pieces.stream().map(Piece::words).collect(Collectors.joining());
        }
    }

    /// A stretch of a sentence, one behind the other.
    record Piece(String words, Optional<Place> place) {}

    /// One row of a table: a cell a column.
    ///
    /// @param places    for some cells, by their number from 0, where what they say stands
    /// @param sentences for some cells, by their number from 0, the sentence whose words they hold
    record Row(List<Label> cells, Map<Integer, Place> places, Map<Integer, Sentence> sentences) {
        public Row {
            cells = List.copyOf(cells);
            places = Map.copyOf(places);
            sentences = Map.copyOf(sentences);
        }

        /// A row with cells that lead somewhere.
        public Row(List<Label> cells, Map<Integer, Place> places) {
            this(cells, places, Map.of());
        }

        /// A row that leads nowhere.
        public Row(List<Label> cells) {
            this(cells, Map.of());
        }

        /// This row, with a cell that leads to where it stands.
        public Row at(int cell, Place place) {
            Map<Integer, Place> more = new HashMap<>(places);
            more.put(cell, place);
            return new Row(cells, more, sentences);
        }

        /// A row of labels, sentences, words and figures; words and figures read the same in both languages.
        public static Row of(Object... cells) {
            Map<Integer, Sentence> sentences = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] instanceof Sentence sentence) {
                    sentences.put(i, sentence);
                }
            }
            return new Row(Stream.of(cells).map(Row::label).toList(), Map.of(), sentences);
        }

        private static Label label(Object cell) {
            return switch (cell) {
                case Label label -> label;
                case Sentence sentence -> sentence.label();
                default -> Label.same(cell.toString());
            };
        }
    }

    /// The head of a column.
    ///
    /// @param kind what its values are, which says how they are shown
    record Column(Label head, Kind kind) {
        /// What the values of a column are.
        public enum Kind {
            TEXT,
            /// They stand to the right.
            NUMBER,
            /// Ids of reports, at most one a word: pages link each to its report, a terminal prints them as they are.
            REPORT
        }

        /// Whether its values stand to the right.
        public boolean isNumber() {
            return kind == Kind.NUMBER;
        }

        public static Column text(String zh, String en) {
            return new Column(new Label(zh, en), Kind.TEXT);
        }

        public static Column number(String zh, String en) {
            return new Column(new Label(zh, en), Kind.NUMBER);
        }

        /// A column of reports. A cell may hold several ids and signs between them, such as `4517257875 → 9b565ea662`;
        /// a word without a letter or a digit is no id.
        public static Column report(String zh, String en) {
            return new Column(new Label(zh, en), Kind.REPORT);
        }
    }

    /// Figures as a drawing. A terminal draws it with signs.
    ///
    /// @param unit of the values, such as 万元
    record Chart(Label title, Form form, Label unit, List<Series> series) implements Panel {
        public Chart {
            series = List.copyOf(series);
        }

        public enum Form {
            /// Points joined from left to right; where `x` leaps by more than 1, the line is broken.
            LINE,
            /// One bar a point, side by side in the order given; `x` is not looked at.
            BAR,
            /// Points by both figures.
            SCATTER
        }
    }

    /// What belongs together in a chart.
    record Series(String name, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /// A figure in a chart.
    ///
    /// @param name what stands below or beside it, such as a year or an organisation
    /// @param label the figure as people read it
    record Point(String name, BigDecimal x, BigDecimal y, String label, Optional<Place> place) {}

    /// Things inside things.
    record Tree(List<Node> nodes) implements Panel {
        public Tree {
            nodes = List.copyOf(nodes);
        }
    }

    /// One thing of a tree.
    ///
    /// @param remark shown faintly behind the text; empty for none
    record Node(Label text, Label remark, List<Node> nodes) {
        /// A thing whose words are the same in both languages.
        public Node(String text, String remark, List<Node> nodes) {
            this(Label.same(text), Label.same(remark), nodes);
        }

        public Node {
            nodes = List.copyOf(nodes);
        }
    }

    /// A stretch of a report with marks in it.
    ///
    /// @param head   where it stands, in one line
    /// @param start  offset of `text` in the report's source text
    /// @param marks  in offsets of the report's source text
    /// @param doubts words a recogniser is not sure of, in offsets of the report's source text
    record Document(Label head, String report, int start, String text, List<Mark> marks, List<Doubt> doubts)
            implements Panel {
        public Document {
            marks = List.copyOf(marks);
            doubts = List.copyOf(doubts);
        }

        /// A stretch without doubts.
        public Document(Label head, String report, int start, String text, List<Mark> marks) {
            this(head, report, start, text, marks, List.of());
        }

        /// A stretch whose head is the same in both languages.
        public Document(String head, String report, int start, String text, List<Mark> marks) {
            this(Label.same(head), report, start, text, marks);
        }
    }

    /// Panels one above the other.
    record Stack(List<Panel> panels) implements Panel {
        public Stack {
            panels = List.copyOf(panels);
        }

        public static Stack of(Panel... panels) {
            return new Stack(List.of(panels));
        }
    }
}
