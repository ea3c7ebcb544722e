package gewu.metrics;

import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import gewu.metrics.HeadFinder.Head;
import gewu.metrics.Token.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives the values behind 分别 to the heads or levels before it, by order; where their numbers differ it gives none.
final class Respectively {
    private static final Pattern CONNECTOR = Pattern.compile("(?:[、,;]|和|及|与|以及|或|至|约)?");
    private static final Pattern MOVED = Pattern.compile("[,、和及与](?:上升|下降|增长|减少|增加|降低|提高|提升)了?");
    private static final Pattern TWO_MEASURES = Pattern.compile("(批次|件次|件数)[、,和与及](人次|人数)(?:同比|环比|均|也|较上年|比上年)*$");

    private static final Pattern MEASURE_ONLY = Pattern.compile("[,、]?(?:批次|人次|件次|件数|批数|人数)(?:同比|环比|较上年|比上年|也|均)*");

    /// 信访部门和责任单位的满意率分别为A和B: one rate of several.
    private static final Pattern SEVERAL = Pattern.compile("[^,;。]+[和与、及][^,;。]+的?$");

    /// 一季度、二季度和三季度,来访量分别为: the periods that the values are of.
    private static final Pattern PERIOD = Pattern.compile("(?:(?:19|20)\\d\\d年度?|第?[一二三四]季度)(?<more>(?:[、和与及]|以及)?)");

    /// What a quantity ahead was given.
    ///
    /// @param of the level it modifies, -1 for none
    /// @param at behind the name of its period; -1 if its period is that of its place
    record Given(Optional<Head> head, int of, Kind kind, Direction direction, int at) {
        Given(Optional<Head> head, int of, Kind kind, Direction direction) {
            this(head, of, kind, direction, -1);
        }
    }

    private final Pack pack;
    private final HeadFinder heads;
    private final Clauses clauses;
    private final Story story;
    private final Roles roles;
    private final String text;
    private final List<Quantity> quantities;
    private final Map<Integer, Given> given = new HashMap<>();
    private List<Head> latest = List.of();
    private int latestSentence = -1;

    Respectively(
            Pack pack,
            HeadFinder heads,
            Clauses clauses,
            Story story,
            Roles roles,
            String text,
            List<Quantity> quantities) {
        this.pack = pack;
        this.heads = heads;
        this.clauses = clauses;
        this.story = story;
        this.roles = roles;
        this.text = text;
        this.quantities = quantities;
    }

    Optional<Given> givenTo(int number) {
        return Optional.ofNullable(given.get(number));
    }

    void give(int number, Given it) {
        given.put(number, it);
    }

    /// Distributes the values from `place` on, if 分别 stands in its clause and every value finds its owner.
    boolean distribute(Place place, Role role) {
        int mark = place.left().lastIndexOf("分别");
        if (mark < 0 || !place.clause().contains("分别")) {
            return false;
        }
        List<Integer> values = values(place.number());
        List<Given> owners = owners(place, role, mark, values);
        if (owners.size() != values.size()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            Role own = i == 0 ? role : roles.of(clauses.place(values.get(i)));
            Direction direction = own.direction() == Direction.NONE ? role.direction() : own.direction();
            Given it = owners.get(i);
            given.put(values.get(i), new Given(it.head(), it.of(), it.kind(), direction, it.at()));
        }
        return true;
    }

    /// The values of the list that begins at a quantity.
    private List<Integer> values(int number) {
        List<Integer> values = new ArrayList<>(List.of(number));
        while (values.getLast() + 1 < quantities.size()) {
            Quantity before = quantities.get(values.getLast());
            Quantity next = quantities.get(values.getLast() + 1);
            String between = text.substring(before.end(), Math.min(next.start(), before.end() + 20));
            boolean alike = before.unit().dimension().equals(next.unit().dimension());
            boolean listed = CONNECTOR.matcher(between).matches()
                    || MOVED.matcher(between).matches();
            if (!alike || !listed) {
                break;
            }
            values.add(values.getLast() + 1);
        }
        return values;
    }

    private List<Given> owners(Place place, Role role, int mark, List<Integer> values) {
        String left = place.left();
        boolean stands = role.isLevel() || role.kind() == Kind.SHARE;
        Unit unit = stands ? quantities.get(place.number()).unit() : Unit.NONE;
        List<Head> named = HeadFinder.joined(heads.in(left, 0, mark, unit), left);
        Matcher measures = TWO_MEASURES.matcher(left.substring(0, mark));
        if (values.size() == 2 && measures.find()) {
            return byMeasure(place, role, named, List.of(measures.group(1), measures.group(2)));
        }
        List<Head> levels = new LevelWords(pack, heads).listed(left.substring(0, mark), unit);
        if (named.size() < 2 && levels.size() > 1) {
            named = levels;
        }
        boolean measureOnly = MEASURE_ONLY.matcher(left.substring(0, mark)).matches();
        if (named.isEmpty() && measureOnly && latestSentence == place.sentence()) {
            named = latest;
        }
        if (named.size() > 1 && named.size() == values.size()) {
            return named(named, place, role, values, stands);
        }
        if (named.size() > 1 && values.size() > named.size() && stands && groups(values) == named.size()) {
            return inGroups(named, role, values);
        }
        if (named.size() > 1 && values.size() == 2 * named.size() && stands) {
            return inPairs(named, role, values);
        }
        List<Integer> periods = periods(place);
        if (named.size() == 1 && stands && values.size() > 1 && periods.size() == values.size()) {
            Head one = named.getFirst();
            return periods.stream()
                    .map(at -> new Given(Optional.of(one), -1, role.kind(), role.direction(), at))
                    .toList();
        }
        boolean ofSeveral = named.size() == 1
                && stands
                && unit.isRatio()
                && SEVERAL.matcher(left.substring(0, named.getFirst().start())).find();
        if (ofSeveral) {
            Head one = named.getFirst();
            return values.stream()
                    .map(_ -> new Given(Optional.of(one), -1, role.kind(), role.direction()))
                    .toList();
        }
        List<Integer> told = story.lastLevels(values.size(), place.sentence());
        if (values.size() < 2 || told.size() != values.size() || role.isLevel()) {
            return List.of();
        }
        return told.stream()
                .map(it -> new Given(Optional.empty(), it, role.kind(), role.direction()))
                .toList();
    }

    /// Where each period of the list of periods before a quantity ends; none if there is no list.
    private List<Integer> periods(Place place) {
        List<Integer> ends = new ArrayList<>();
        Matcher it = PERIOD.matcher(text)
                .region(place.from(), quantities.get(place.number()).start());
        int last = -1;
        while (it.find()) {
            if (last >= 0 && it.start() != last) {
                break;
            }
            ends.add(it.start("more"));
            last = it.end();
        }
        return ends;
    }

    private List<Given> named(List<Head> named, Place place, Role role, List<Integer> values, boolean stands) {
        latest = named;
        latestSentence = place.sentence();
        List<Given> all = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            Head head = named.get(i);
            Unit unit = quantities.get(values.get(i)).unit();
            String id = heads.canonical(head.indicator(), stands ? unit : Scribe.measured(place.left(), Unit.NONE));
            int of = stands ? -1 : story.levelOf(id, place.sentence());
            if (!stands && of < 0) {
                of = story.levelNamed(head, place.sentence());
            }
            all.add(new Given(
                    Optional.of(head.as(of < 0 ? id : story.get(of).canonical())), of, role.kind(), role.direction()));
        }
        return all;
    }

    /// How many values stand apart: 612件、1436批3820人次 are two.
    private int groups(List<Integer> values) {
        int groups = 1;
        for (int i = 1; i < values.size(); i++) {
            groups += adjoins(values.get(i)) ? 0 : 1;
        }
        return groups;
    }

    private boolean adjoins(int number) {
        return quantities.get(number - 1).end() == quantities.get(number).start();
    }

    /// 来信、来访分别为612件、1436批3820人次: values that adjoin are of one name.
    private List<Given> inGroups(List<Head> named, Role role, List<Integer> values) {
        List<Given> all = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < values.size(); i++) {
            at += i > 0 && !adjoins(values.get(i)) ? 1 : 0;
            Head head = named.get(at);
            String id = heads.canonical(
                    head.indicator(), quantities.get(values.get(i)).unit());
            all.add(new Given(Optional.of(head.as(id)), -1, role.kind(), role.direction()));
        }
        return all;
    }

    /// 省、市集访分别为5批62人次和18批237人次: batches and persons of each.
    private List<Given> inPairs(List<Head> named, Role role, List<Integer> values) {
        List<Given> all = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Head head = named.get(i / 2);
            String id = heads.canonical(
                    head.indicator(), quantities.get(values.get(i)).unit());
            all.add(new Given(Optional.of(head.as(id)), -1, role.kind(), role.direction()));
        }
        return all;
    }

    /// 批次、人次分别下降: the same indicator in both measures.
    private List<Given> byMeasure(Place place, Role role, List<Head> named, List<String> measures) {
        Optional<Indicator> subject = named.isEmpty()
                ? pack.base(
                        story.current(place) < 0
                                ? ""
                                : story.get(story.current(place)).canonical())
                : Optional.of(named.getLast().indicator());
        if (subject.isEmpty()) {
            return List.of();
        }
        List<Given> all = new ArrayList<>();
        for (String measure : measures) {
            Head head = Head.of(subject.get(), subject.get().zh())
                    .as(heads.canonical(subject.get(), Scribe.measured(measure, Unit.NONE)));
            int of = story.levelOf(head.canonical(), place.sentence());
            all.add(new Given(Optional.of(head), of, role.kind(), role.direction()));
        }
        return all;
    }
}
