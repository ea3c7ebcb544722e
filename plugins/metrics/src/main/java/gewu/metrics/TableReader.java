package gewu.metrics;

import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Direction;
import gewu.api.report.CleanText;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.metrics.Grid.Cell;
import gewu.metrics.HeadFinder.Head;
import gewu.metrics.Token.Form;
import gewu.metrics.Token.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the cells of a table that hold nothing but a number: what each counts comes from the name of its row or
/// column, its role and unit from the column, the unit row or the caption. Offsets of its statements are of the source.
final class TableReader {
    private static final Pattern CAPTION_UNIT = Pattern.compile("(?:金额)?单位[::]?(?<unit>[^()\\s,;。]{1,5})");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?<year>(?:19|20)\\d\\d)年?(?!\\d)");
    private static final Pattern SUM = Pattern.compile("合计|总计|小计|总和|共计");
    private static final Pattern PROJECTS = Pattern.compile("项目名称|专项名称|专项资金名称|项目支出名称|专项");
    private static final Pattern PERIOD_OR_PLACE =
            Pattern.compile("^(?:19|20)\\d\\d|年$|月$|季度|本级|[省市区县局]$|全市|全区|全县|全省|本年|上年|本部门|本单位");
    private static final int LONGEST_WORDING = 30;
    private static final Unit SCORE = new Unit("分", "score", "", "分", "");

    private final Pack pack;
    private final HeadFinder heads;
    private final Report report;
    private final ReportFacts facts;
    private final Grid grid;
    private final List<Column> columns = new ArrayList<>();
    private final String captionUnit;
    private final String captionYear;
    private final List<Statement> statements = new ArrayList<>();
    private int above;

    TableReader(Pack pack, Setting setting, Report report, Grid grid) {
        this.pack = pack;
        this.heads = new HeadFinder(pack, setting, around(grid));
        this.report = report;
        this.facts = report.facts();
        this.grid = grid;
        for (int i = 0; i < grid.columns(); i++) {
            columns.add(Column.named(grid.nameOf(i)));
        }
        Matcher unit = CAPTION_UNIT.matcher(grid.caption());
        this.captionUnit = unit.find() ? unit.group("unit") : "";
        Matcher year = YEAR.matcher(grid.caption());
        this.captionYear = year.find() ? year.group("year") : "";
    }

    private static String around(Grid grid) {
        StringBuilder words = new StringBuilder(grid.caption());
        for (List<Cell> row : grid.rows()) {
            row.forEach(it -> words.append(' ').append(it.text()));
        }
        return words.toString();
    }

    List<Statement> read() {
        if (columns.stream().noneMatch(it -> it.kind().isValue()) && !isPairs() && !namesIndicators()) {
            return List.of();
        }
        for (List<Cell> row : grid.rows()) {
            read(row);
        }
        return List.copyOf(statements);
    }

    /// Two columns, a name and its number.
    private boolean isPairs() {
        return grid.columns() == 2;
    }

    private boolean namesIndicators() {
        return columns.stream()
                .anyMatch(it ->
                        !heads.in(it.name(), 0, it.name().length(), Unit.NONE).isEmpty());
    }

    private void read(List<Cell> row) {
        above = statements.size();
        int level = -1;
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            Column.Kind kind = columns.get(i).kind();
            boolean named = kind == Column.Kind.SERIAL || kind == Column.Kind.UNIT || kind == Column.Kind.LABEL;
            boolean repeated = i > 0 && cell.start() == row.get(i - 1).start() && !cell.isEmpty();
            Optional<CellValue> value = named || repeated ? Optional.empty() : CellValue.read(pack, cell.text());
            if (value.isPresent() && (i > 0 || row.size() > 2)) {
                int before = statements.size();
                write(row, i, value.get(), level);
                if (statements.size() > before && statements.getLast().isLevel()) {
                    level = before;
                }
            }
        }
    }

    private void write(List<Cell> row, int at, CellValue value, int level) {
        Column column = columns.get(at);
        Measure own = measure(row, column, value);
        Role role = role(column, value, own.unit());
        Statement whole = level < 0 || role.isLevel() ? null : statements.get(level);
        Optional<Head> head = head(row, column, whole == null ? own.unit() : whole.unit());
        String canonical = whole == null || role.kind() == Metric.Kind.SCORE || role.kind() == Metric.Kind.TARGET
                ? canonical(column, head, own.unit())
                : whole.canonical();
        if (canonical.isEmpty() && column.kind() == Column.Kind.OTHER) {
            return;
        }
        Measure measure = own.unit() == Unit.NONE ? byDimension(canonical, column) : own;
        boolean scaleUnknown = measure.unit().isMoney()
                && measure.unit().surface().isEmpty()
                && value.amount().signum() != 0;
        Cell cell = row.get(at);
        CleanText clean = CleanText.of(report.text(), cell.start(), cell.end());
        Quantity quantity = new Quantity(
                clean.sourceStart(Math.min(value.from(), clean.text().length())),
                clean.sourceEnd(Math.min(value.to(), clean.text().length())),
                value.number(),
                cell.text().substring(value.from() + value.number().length(), value.to()),
                measure.unit(),
                scaleUnknown ? null : value.amount().multiply(measure.factor()),
                List.of(),
                "",
                Form.DIGITS);
        String period = period(row, column);
        statements.add(new Statement(
                quantity,
                canonical,
                wording(row, column),
                measure.unit(),
                role.kind() == Metric.Kind.LEVEL && canonical.endsWith(".share") ? Metric.Kind.SHARE : role.kind(),
                role.direction(),
                period,
                role.isChange() ? Periods.yearBefore(period) : "",
                basis(column, measure.unit(), role),
                "",
                whole == null || role.kind() == Metric.Kind.SCORE ? -1 : level,
                -1,
                role.previous(),
                canonical.isEmpty() || scaleUnknown ? 0.5 : 0.9,
                "cell of a table; " + (column.name().isEmpty() ? "a name and its number" : column.name()),
                scaleUnknown ? "the table gives no unit of money" : ""));
    }

    // What is counted

    private String canonical(Column column, Optional<Head> head, Unit unit) {
        if (column.kind() == Column.Kind.FULL) {
            return "score.full";
        }
        if (column.kind() == Column.Kind.SCORE) {
            return heads.in(column.name(), 0, column.name().length(), SCORE).stream()
                    .reduce((_, last) -> last)
                    .map(Head::canonical)
                    .orElse("score.self");
        }
        String id = head.map(Head::canonical).orElse("");
        boolean ofRate = pack.find(id).map(Indicator::dimension).orElse("").equals("ratio");
        return column.kind() == Column.Kind.RATE && !ofRate && unit.isRatio() ? "fin.rate.exec" : id;
    }

    /// The indicator that the row names, from its innermost name outwards; else the one that the column names.
    private Optional<Head> head(List<Cell> row, Column column, Unit unit) {
        Optional<Head> left =
                named(column.name(), unit).filter(it -> it.canonical().equals("fin.carryover"));
        if (left.isPresent()) {
            return left;
        }
        boolean sum = false;
        for (int i = row.size() - 1; i >= 0; i--) {
            String words = row.get(i).text();
            Column.Kind kind = columns.get(i).kind();
            if (kind == Column.Kind.SERIAL
                    || kind == Column.Kind.UNIT
                    || CellValue.read(pack, words).isPresent()) {
                continue;
            }
            Optional<Head> found = named(words, measured(column, unit));
            if (found.isPresent()) {
                return found;
            }
            sum |= SUM.matcher(words).find();
        }
        Optional<Head> item = item(row, column);
        if (item.isPresent()) {
            return item;
        }
        Optional<Head> above = isNamed(row) ? Optional.empty() : named(column.name(), unit);
        if (above.isPresent()) {
            return above;
        }
        return sum ? named(grid.caption(), unit).or(() -> common(unit)) : Optional.empty();
    }

    /// A row of a list of projects.
    private Optional<Head> item(List<Cell> row, Column column) {
        boolean spent = column.kind() == Column.Kind.MONEY && !column.name().contains("结");
        for (int i = 0; i < row.size() && spent; i++) {
            String words = row.get(i).text();
            boolean project = PROJECTS.matcher(columns.get(i).name()).matches()
                    || columns.get(i).name().equals("项目") && listsProjects();
            if (project && !words.isEmpty() && !SUM.matcher(words).find()) {
                return pack.find("fin.exp.project.item").map(found -> Head.of(found, words));
            }
        }
        return Optional.empty();
    }

    /// Whether a row above is one of several projects.
    private boolean listsProjects() {
        return statements.stream().anyMatch(it -> it.canonical().equals("fin.exp.project.item"));
    }

    /// Whether the row names a thing of its own, so that the column cannot name the indicator.
    private boolean isNamed(List<Cell> row) {
        for (int i = 0; i < row.size(); i++) {
            String words = row.get(i).text();
            Column.Kind kind = columns.get(i).kind();
            boolean names = kind == Column.Kind.LABEL || kind == Column.Kind.OTHER;
            if (names
                    && words.length() > 1
                    && !SUM.matcher(words).find()
                    && !PERIOD_OR_PLACE.matcher(words).find()
                    && CellValue.read(pack, words).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Head> named(String words, Unit unit) {
        List<Head> found = heads.in(words, 0, words.length(), unit);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    /// What the indicators of the rows above are parts of.
    private Optional<Head> common(Unit unit) {
        Set<String> parents = new HashSet<>();
        for (Statement it : statements.subList(0, above)) {
            if (it.isLevel()
                    && !it.canonical().equals("fin.carryover")
                    && it.unit().dimension().equals(unit.dimension())) {
                pack.base(it.canonical())
                        .or(() -> pack.find(it.canonical()))
                        .map(Indicator::parent)
                        .ifPresent(parents::add);
            }
        }
        return parents.size() == 1
                ? pack.find(parents.iterator().next())
                        .filter(it -> heads.fits(it, unit))
                        .map(it -> Head.of(it, it.zh()).as(heads.canonical(it, unit)))
                : Optional.empty();
    }

    // Units

    /// A unit and how many of it one of the column's units is: 万元 is 10,000 元.
    private record Measure(Unit unit, BigDecimal factor) {
        static final Measure NONE = new Measure(Unit.NONE, BigDecimal.ONE);
    }

    private Measure measure(List<Cell> row, Column column, CellValue value) {
        if (value.unit() != Unit.NONE) {
            return new Measure(value.unit(), BigDecimal.ONE);
        }
        if (column.kind() == Column.Kind.SCORE || column.kind() == Column.Kind.FULL) {
            return new Measure(SCORE, BigDecimal.ONE);
        }
        if (!column.unit().isEmpty()) {
            return measure(column.unit());
        }
        boolean rate = column.kind() == Column.Kind.RATE
                || column.kind() == Column.Kind.SHARE
                || column.kind() == Column.Kind.CHANGE_RATE;
        if (rate) {
            return measure("%");
        }
        for (int i = 0; i < row.size(); i++) {
            if (columns.get(i).kind() == Column.Kind.UNIT) {
                return measure(row.get(i).text());
            }
        }
        Measure said = inBrackets(row);
        if (said != Measure.NONE) {
            return said;
        }
        Measure counted = measure(countedBy(column.name()));
        return counted != Measure.NONE ? counted : measure(captionUnit);
    }

    /// 信访总量(件): the unit in the row's own name.
    private Measure inBrackets(List<Cell> row) {
        for (Cell cell : row) {
            Column it = Column.named(cell.text());
            if (!it.unit().isEmpty() && measure(it.unit()) != Measure.NONE) {
                return measure(it.unit());
            }
        }
        return Measure.NONE;
    }

    private static String countedBy(String name) {
        for (String unit : List.of("人次", "批次", "件次", "件", "批", "人")) {
            if (name.endsWith(unit) || name.endsWith(unit + "数") || name.endsWith(unit + "数量")) {
                return unit;
            }
        }
        return "";
    }

    private Measure measure(String words) {
        BigDecimal factor = BigDecimal.ONE;
        int at = 0;
        while (at < words.length() && "十百千万亿".indexOf(words.charAt(at)) >= 0) {
            factor = factor.multiply(QuantityScanner.magnitude(words.charAt(at)));
            at++;
        }
        Words.Hit<Unit> hit = pack.units().longest(words, at, words.length());
        boolean known = !hit.meanings().isEmpty() && hit.end() == words.length();
        return known ? new Measure(hit.meanings().getFirst(), factor) : Measure.NONE;
    }

    /// What a number without any unit counts by its indicator. Money then has no scale.
    private Measure byDimension(String canonical, Column column) {
        String dimension = pack.find(canonical).map(Indicator::dimension).orElse("");
        if (dimension.equals("money")) {
            Measure said = measure(captionUnit);
            return said.unit().isMoney() ? said : new Measure(new Unit("", "money", "", "元", ""), BigDecimal.ONE);
        }
        return dimension.startsWith("count.") ? measure(dimension.substring("count.".length())) : Measure.NONE;
    }

    private Unit measured(Column column, Unit own) {
        return own == Unit.NONE ? measure(captionUnit).unit() : own;
    }

    // Roles and periods

    private static Role role(Column column, CellValue value, Unit unit) {
        Direction sign = value.negative() ? Direction.DOWN : Direction.UP;
        Direction said = column.name().contains("降")
                        || column.name().contains("减") && !column.name().contains("增")
                ? Direction.DOWN
                : sign;
        return switch (column.kind()) {
            case TARGET -> new Role(Metric.Kind.TARGET, Direction.NONE, false, column.name());
            case FULL, SCORE -> new Role(Metric.Kind.SCORE, Direction.NONE, false, column.name());
            case SHARE -> new Role(Metric.Kind.SHARE, Direction.NONE, false, column.name());
            case CHANGE ->
                new Role(unit.isRatio() ? Metric.Kind.CHANGE_PCT : Metric.Kind.CHANGE_ABS, said, false, column.name());
            case CHANGE_RATE -> new Role(Metric.Kind.CHANGE_PCT, said, false, column.name());
            default -> column.isBefore() ? Role.previous(column.name()) : Role.level(column.name());
        };
    }

    private static String basis(Column column, Unit unit, Role role) {
        if (role.kind() == Metric.Kind.TARGET) {
            return "target";
        }
        if (!unit.isMoney()) {
            return "";
        }
        return column.name().contains("预算") ? "budget" : "outturn";
    }

    private String period(List<Cell> row, Column column) {
        if (!column.year().isEmpty()) {
            return column.year();
        }
        for (Cell cell : row) {
            Matcher year = YEAR.matcher(cell.text());
            if (year.lookingAt()) {
                return year.group("year");
            }
        }
        String year = !captionYear.isEmpty() ? captionYear : facts.year() == 0 ? "" : String.valueOf(facts.year());
        return column.isBefore() ? Periods.yearBefore(year) : year;
    }

    private String wording(List<Cell> row, Column column) {
        for (int i = row.size() - 1; i >= 0; i--) {
            String words = row.get(i).text();
            boolean names =
                    columns.get(i).kind() == Column.Kind.LABEL || columns.get(i).kind() == Column.Kind.OTHER;
            if (names && !words.isEmpty() && CellValue.read(pack, words).isEmpty()) {
                return words.length() > LONGEST_WORDING ? words.substring(0, LONGEST_WORDING) : words;
            }
        }
        return column.name().isEmpty() ? "数值" : column.name();
    }
}
