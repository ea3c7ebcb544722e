package gewu.api.workbench;

import gewu.api.Label;
import gewu.api.report.Doubt;
import gewu.api.report.Mark;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a view shows, as plain data: the terminal prints it, the browser draws it.
public sealed interface Panel {
    /// The panels that lie in this one, in the order of the page; none where it holds none.
    default List<Panel> parts() {
        return switch (this) {
            case Stack(var panels) -> panels;
            case Beside it -> List.of(it.list(), it.chosen());
            case Text _,
                    Advice _,
                    Table _,
                    LongTable _,
                    Chart _,
                    Links _,
                    Board _,
                    Calendar _,
                    Tree _,
                    Document _,
                    SideBySide _,
                    Form _,
                    Html _ -> List.of();
        };
    }

    /// This panel with something else in place of each of its [#parts]; a panel without parts stays what it is. Whoever
    /// changes panels however deep they lie says what becomes of those he means, and sends all others in here.
    default Panel withParts(UnaryOperator<Panel> change) {
        return switch (this) {
            case Stack(var panels) -> new Stack(panels.stream().map(change).toList());
            case Beside(var list, var chosen, var key) -> new Beside(change.apply(list), change.apply(chosen), key);
            case Text _,
                    Advice _,
                    Table _,
                    LongTable _,
                    Chart _,
                    Links _,
                    Board _,
                    Calendar _,
                    Tree _,
                    Document _,
                    SideBySide _,
                    Form _,
                    Html _ -> this;
        };
    }

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

    /// A table too long to hold: its rows are asked for as they come into sight, sifted and sorted where they are kept.
    ///
    /// @param title empty label for none
    /// @param id    what programs and kept column choices call it, such as `ledger`
    record LongTable(Label title, String id, List<Column> columns, Rows rows) implements Panel {
        public LongTable {
            columns = List.copyOf(columns);
        }
    }

    /// The rows of a [LongTable]. May be asked by several threads at once.
    ///
    /// A row is kept where each of its cells that the sift names holds the words, in either language,
    /// in capitals or not. Any column may be sorted by: figures by their value, dates by their day, words
    /// by their sound; what says nothing comes last.
    interface Rows {
        /// Rows that are all at hand, sifted and sorted by what their cells say.
        static Rows of(List<Column> columns, List<Row> rows) {
            return new HeldRows(columns, rows);
        }

        /// How many rows there are behind the sift.
        long count(Sift sift);

        /// The rows from `from`, 0 being the first, in the order of the sift; at most `count`.
        List<Row> some(Sift sift, long from, int count);
    }

    /// What is wanted of a [LongTable].
    ///
    /// @param words  by column, from 0: words that its cells hold
    /// @param column by which rows are sorted, from 0; -1 for the table's own order
    record Sift(SortedMap<Integer, String> words, int column, boolean isFalling) {
        /// All rows in the table's own order.
        public static final Sift NONE = new Sift(Collections.emptySortedMap(), -1, false);

        public Sift {
            words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
        }
    }

    /// A plugin's own markup, for what no other panel can show. Pages draw it in a frame of its own that reaches
    /// neither
    /// the workbench nor the network and runs no script; a terminal and programs are given `words`.
    ///
    /// @param words  what it says, for faces without markup
    /// @param html   the inner part of a body, with its styles
    /// @param height of the frame, in pixels at the usual size
    record Html(Label title, Label words, String html, int height) implements Panel {}

    /// Where a cell, a figure, a card or an entry leads. Pages make a link of it.
    sealed interface Destination permits Place, Target {}

    /// Where something stands: an offset of a report's source text. Pages lead there, a terminal passes it over.
    ///
    /// @param lit what lights up once one is there, such as the other figures of a relation; in
    ///            offsets of the source text, empty for nothing
    record Place(String report, int offset, List<Mark> lit) implements Destination {
        public Place {
            lit = List.copyOf(lit);
        }

        /// A place at which nothing lights up.
        public Place(String report, int offset) {
            this(report, offset, List.of());
        }
    }

    /// A view and with which parameters it is asked for: what stands behind a figure, the story of an item. A page
    /// makes its plain address of it, a terminal the words of `gewu view`.
    ///
    /// @param parameters by name, as the view declares them; those without a value are left out
    record Target(String view, Map<String, String> parameters) implements Destination {
        public Target {
            SortedMap<String, String> given = new TreeMap<>(parameters);
            given.values().removeIf(String::isEmpty);
            parameters = Collections.unmodifiableSortedMap(given);
        }

        /// A view as it is shown when nothing is asked.
        public Target(String view) {
            this(view, Map.of());
        }

        /// The same with a parameter that has this value; an empty value takes it away.
        public Target with(String name, String value) {
            Map<String, String> more = new HashMap<>(parameters);
            more.put(name, value);
            return new Target(view, more);
        }
    }

    /// Ways on: other months, the next page, other cuts of the same.
    ///
    /// @param title what the links have in common; empty label for none
    record Links(Label title, List<Link> links) implements Panel {
        public Links {
            links = List.copyOf(links);
        }
    }

    /// One way on.
    ///
    /// @param isCurrent whether it leads to what is shown already
    record Link(Label words, Destination to, boolean isCurrent) {
        /// A way to something else.
        public Link(Label words, Destination to) {
            this(words, to, false);
        }
    }

    /// A short remark that catches the eye, such as 超期 3 天.
    record Flag(Label words, Tone tone) {}

    /// How urgent something is. Faces show it by colour and never by colour alone.
    enum Tone {
        /// One remark among others.
        PLAIN,
        /// As it should be.
        GOOD,
        /// Somebody ought to look at it soon.
        CAUTION,
        /// Somebody has to look at it now.
        ALARM
    }

    /// Cards in columns, such as items by their state.
    ///
    /// @param title empty label for none
    /// @param moves the id of the view that tells how a card comes into another column: asked with the
    ///              parameters `card` (a card's key) and `to` (a column's id), it answers with a [Form],
    ///              or with words why that is not possible; empty where cards stay where they are
    record Board(Label title, List<Lane> lanes, String moves) implements Panel {
        public Board {
            lanes = List.copyOf(lanes);
        }

        /// A board whose cards stay where they are.
        public Board(Label title, List<Lane> lanes) {
            this(title, lanes, "");
        }
    }

    /// A command that is nearly written: what is left is filled in. A page makes a form of it, a terminal tells how to
    /// call it. Views only read; what changes something is always a command.
    ///
    /// @param title     empty label for none
    /// @param command   its id, such as `ledger`
    /// @param arguments the words behind it that are settled, such as `assign ZG-2024-0001-0001`
    /// @param options   the options that are settled, by name; a switch has an empty value
    /// @param fields    what is filled in, in order
    /// @param submit    what the button says
    record Form(
            Label title,
            String command,
            List<String> arguments,
            Map<String, String> options,
            List<Field> fields,
            Label submit)
            implements Panel {
        public Form {
            arguments = List.copyOf(arguments);
            SortedMap<String, String> settled = new TreeMap<>(options);
            options = Collections.unmodifiableSortedMap(settled);
            fields = List.copyOf(fields);
        }

        /// A step that needs nothing to be filled in.
        public static Form step(String command, List<String> arguments, Label submit) {
            return new Form(Label.same(""), command, arguments, List.of(), submit);
        }

        /// A form without settled options.
        public Form(Label title, String command, List<String> arguments, List<Field> fields, Label submit) {
            this(title, command, arguments, Map.of(), fields, submit);
        }
    }

    /// What one may do next: take a step back, go on elsewhere. A terminal says what to type, a page offers it.
    ///
    /// @param typed for a terminal and for programs, such as 批次 12；撤回：gewu ledger undo 12
    /// @param words what a page says before the steps; empty label for nothing
    /// @param steps the same as buttons and forms
    /// @param ways  the same as links
    record Advice(Label typed, Label words, List<Form> steps, List<Link> ways) implements Panel {
        public Advice {
            steps = List.copyOf(steps);
            ways = List.copyOf(ways);
        }

        /// Advice to take one step.
        public static Advice step(Label typed, Label words, Form step) {
            return new Advice(typed, words, List.of(step), List.of());
        }

        /// Advice to go elsewhere.
        public static Advice way(Label typed, Label words, Link... ways) {
            return new Advice(typed, words, List.of(), List.of(ways));
        }
    }

    /// What is filled in.
    ///
    /// @param name    an option, such as `--lead`; without dashes in front, a word behind the command's
    ///                settled ones, in the order of the fields
    /// @param value   what stands in it at first; of a switch, any value switches it on
    /// @param choices the only values it takes, of kind [Kind#CHOICE]; else proposals
    record Field(String name, Label title, Kind kind, String value, List<Choice> choices, boolean isRequired) {
        /// How it is filled in.
        public enum Kind {
            LINE,
            /// Several lines.
            WORDS,
            /// A whole number.
            NUMBER,
            /// Such as `2026-05-31`.
            DAY,
            CHOICE,
            SWITCH,
            /// A file of the person who fills in.
            FILE
        }

        public Field {
            choices = List.copyOf(choices);
        }

        /// A field that may stay empty and takes what is written.
        public Field(String name, Label title, Kind kind) {
            this(name, title, kind, "", List.of(), false);
        }

        /// The same, to be filled in.
        public Field required() {
            return new Field(name, title, kind, value, choices, true);
        }

        /// The same with this in it at first.
        public Field holding(String value) {
            return new Field(name, title, kind, value, choices, isRequired);
        }

        /// One value out of these.
        public static Field choice(String name, Label title, List<Choice> choices) {
            return new Field(name, title, Kind.CHOICE, "", choices, false);
        }
    }

    /// A value of a field.
    record Choice(String value, Label words) {}

    /// A column of a board.
    ///
    /// @param id    what programs call it, such as `in_progress`; none twice on a board
    /// @param count how many cards belong to it, at least as many as are shown
    /// @param more  where all of them are shown
    record Lane(String id, Label head, long count, List<Card> cards, Optional<Destination> more) {
        public Lane {
            cards = List.copyOf(cards);
        }
    }

    /// A card of a board.
    ///
    /// @param key    what it stands for, such as the number of an item
    /// @param words  what it is about
    /// @param remark faintly beneath: who, until when; empty label for none
    record Card(String key, Label words, Label remark, List<Flag> flags, Optional<Destination> to) {
        public Card {
            flags = List.copyOf(flags);
        }
    }

    /// A month, or some weeks, and what falls on their days.
    ///
    /// @param title   such as 2026年5月
    /// @param first   the first day that belongs to it
    /// @param last    the last one, not before the first
    /// @param days    those on which something falls, in order, none before `first` or behind `last`
    /// @param earlier where the time before is shown
    /// @param later   where the time behind is shown
    record Calendar(
            Label title,
            LocalDate first,
            LocalDate last,
            LocalDate today,
            List<Day> days,
            Optional<Destination> earlier,
            Optional<Destination> later)
            implements Panel {
        public Calendar {
            days = List.copyOf(days);
        }
    }

    /// A day of a calendar.
    ///
    /// @param count how many entries fall on it, at least as many as are shown
    /// @param more  where all of them are shown
    record Day(LocalDate on, long count, List<Entry> entries, Optional<Destination> more) {
        public Day {
            entries = List.copyOf(entries);
        }
    }

    /// What falls on a day.
    ///
    /// @param key  what it is of, such as the number of an item
    /// @param kind what it is, such as 整改时限
    record Entry(String key, Label kind, Label words, Tone tone, Optional<Destination> to) {}

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
    ///
    /// @param to where it leads
    record Piece(String words, Optional<Destination> to) {}

    /// One row of a table: a cell a column.
    ///
    /// @param leads     for some cells, by their number from 0, where they lead
    /// @param sentences for some cells, by their number from 0, the sentence whose words they hold
    record Row(List<Label> cells, Map<Integer, Destination> leads, Map<Integer, Sentence> sentences) {
        public Row {
            cells = List.copyOf(cells);
            leads = Map.copyOf(leads);
            sentences = Map.copyOf(sentences);
        }

        /// A row with cells that lead somewhere.
        public Row(List<Label> cells, Map<Integer, Destination> leads) {
            this(cells, leads, Map.of());
        }

        /// A row that leads nowhere.
        public Row(List<Label> cells) {
            this(cells, Map.of());
        }

        /// This row, with a cell that leads to where it stands, or to what is behind it.
        public Row at(int cell, Destination to) {
            Map<Integer, Destination> more = new HashMap<>(leads);
            more.put(cell, to);
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
            /// Ids of reports, at most one a word: pages show each report's name and link it, a terminal and programs
            /// are given them as they are.
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
    /// @param to    where it stands, or what is behind it
    record Point(String name, BigDecimal x, BigDecimal y, String label, Optional<Destination> to) {}

    /// Things inside things.
    record Tree(List<Node> nodes) implements Panel {
        public Tree {
            nodes = List.copyOf(nodes);
        }
    }

    /// One thing of a tree.
    ///
    /// @param remark shown faintly behind the text; empty for none
    /// @param to     where it leads
    record Node(Label text, Label remark, List<Node> nodes, Optional<Destination> to) {
        public Node {
            nodes = List.copyOf(nodes);
        }

        /// A thing that leads nowhere.
        public Node(Label text, Label remark, List<Node> nodes) {
            this(text, remark, nodes, Optional.empty());
        }

        /// A thing that leads nowhere, whose words are the same in both languages.
        public Node(String text, String remark, List<Node> nodes) {
            this(Label.same(text), Label.same(remark), nodes);
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

    /// Two texts side by side, what belongs together on one line, and what differs marked in both. A terminal
    /// prints what differs, one below the other.
    ///
    /// @param title empty label for none
    /// @param left  what the text on the left is, such as 南江市档案馆 2021
    record SideBySide(Label title, Label left, Label right, List<Couple> couples) implements Panel {
        public SideBySide {
            couples = List.copyOf(couples);
        }
    }

    /// A line of two texts side by side. The marks of each side are what stands there only, or differs.
    ///
    /// @param heading of what begins with this line; empty label for none
    /// @param remark  what is to be said of it, such as 移到第 12 段; empty label for nothing
    /// @param left    empty where nothing stands on the left
    record Couple(Label heading, Change change, Label remark, Optional<Document> left, Optional<Document> right) {}

    /// How what stands on the right differs from what stands on the left.
    enum Change {
        SAME,
        /// The same words with other figures.
        FIGURES,
        WORDS,
        /// It stands on the left only.
        GONE,
        /// It stands on the right only.
        NEW,
        /// It stands elsewhere in the other text.
        MOVED
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

    /// A list and what is chosen in it, side by side; where there is no room, one below the other.
    ///
    /// @param list   such as a queue: a board or a table whose links lead to this view again
    /// @param chosen what is to be done about the chosen one. Once a form in it is carried out, the view is
    ///               shown anew, and the keys stay in here
    /// @param key    the key of the card that is chosen; empty for none
    record Beside(Panel list, Panel chosen, String key) implements Panel {}
}
