package gewu.metrics;

import gewu.api.metric.Metric.Kind;
import gewu.metrics.HeadFinder.Head;
import gewu.metrics.Token.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the level that a difference, a rate or points belong to.
final class Changes {
    private static final Pattern MEASURE = Pattern.compile("(批次|人次|件次|件数|批数|人数)(?:同比|环比|分别|均|数量|也|则|较上年|比上年)*$");
    private static final Pattern EACH = Pattern.compile("(?:各|均|都)(?:自)?(?:同比|较上年|比上年|分别)*$|同比(?:各|均|都)$");
    private static final Pattern WHOLE = Pattern.compile(
            "[,;]?(?:(?:19|20)\\d\\d年度?|本年度?|全年|当年|年度|部门|总)*(?<what>收入|支出)(?:总额|总计|合计|决算|总体)?(?:较|比|同比|与|相比|相较)[^,;]*");
    private static final Pattern PER_DAY = Pattern.compile("日均|平均每[天日]");
    private static final int LOOK_BACK = 200;

    private final Pack pack;
    private final HeadFinder heads;
    private final Clauses clauses;
    private final Story story;
    private final Roles roles;
    private final Scribe scribe;

    Changes(Pack pack, HeadFinder heads, Clauses clauses, Story story, Roles roles, Scribe scribe) {
        this.pack = pack;
        this.heads = heads;
        this.clauses = clauses;
        this.story = story;
        this.roles = roles;
        this.scribe = scribe;
    }

    void read(Quantity it, Place place, Role role) {
        Unit wanted = role.kind() == Kind.CHANGE_PCT ? Unit.NONE : it.unit();
        String before = roles.beforeChange(place.clause());
        List<Head> own = heads.in(place.clause(), 0, before.length(), wanted).stream()
                .filter(head -> role.kind() != Kind.CHANGE_PCT || isCore(head.indicator()))
                .toList();
        Optional<Head> cut = cut(it, place, role, before.length());
        if (cut.isPresent()) {
            int level = story.levelNamed(cut.get(), place.sentence());
            scribe.write(place, role, cut, level, "named behind its deed", 0.88);
            return;
        }
        boolean goesOn = role.why().startsWith("goes on")
                && story.last().of() < 0
                && !story.last().canonical().isEmpty();
        if (goesOn && role.kind() == Kind.CHANGE_ABS && readAgainstLast(it, place, role)) {
            return;
        }
        int of = changed(it, place, role);
        Matcher measure = MEASURE.matcher(before);
        if (measure.find() && readMeasure(place, role, own, of, measure.group(1))) {
            return;
        }
        if (EACH.matcher(before).find() && readEach(place, role, HeadFinder.joined(own, place.clause()))) {
            return;
        }
        if (!own.isEmpty() && (of < 0 || !own.getLast().isOf(story.get(of)))) {
            int level = story.levelNamed(own.getLast(), place.sentence());
            scribe.write(place, role, Optional.of(own.getLast()), level, "named in its own clause", 0.9);
            return;
        }
        Matcher whole = WHOLE.matcher(before);
        if (own.isEmpty() && it.unit().isMoney() && whole.matches()) {
            String id = whole.group("what").equals("收入") ? "fin.rev.total" : "fin.exp.total";
            pack.find(id)
                    .ifPresent(found -> scribe.write(
                            place, role, Head.of(found, whole.group("what")), "income or spending as a whole", 0.85));
            return;
        }
        if (of >= 0) {
            int twin = twinOf(of);
            if (twin >= 0) {
                scribe.write(place, role, Optional.empty(), twin, "change of both levels before", 0.9);
            }
            scribe.write(place, role, Optional.empty(), of, "change of the level before", 0.95);
            return;
        }
        if (!readAgainstLast(it, place, role)) {
            List<Head> any = heads.in(place.left(), 0, place.left().length(), wanted);
            Optional<Head> head = any.isEmpty() ? Optional.empty() : Optional.of(any.getLast());
            scribe.write(place, role, head, -1, "change without a level", 0.75);
        }
    }

    /// 压减一般性支出1.32亿元: what was cut.
    private Optional<Head> cut(Quantity it, Place place, Role role, int from) {
        String clause = place.clause();
        if (role.kind() != Kind.CHANGE_ABS || !it.unit().isMoney() || from >= clause.length()) {
            return Optional.empty();
        }
        return heads.in(clause, from, clause.length(), it.unit()).stream().reduce((_, last) -> last);
    }

    /// 收、支总计均为A,增长B: the other level told by the same figure, if both moved together just now; else -1.
    private int twinOf(int of) {
        int last = story.lastNumber();
        if (last < 1
                || story.get(last).kind() != Kind.CHANGE_ABS
                || story.get(last).of() != of) {
            return -1;
        }
        Statement other = story.get(last - 1);
        boolean twin = other.quantity() == story.get(last).quantity() && other.of() >= 0 && other.of() != of;
        return twin ? other.of() : -1;
    }

    /// 来访人次同比下降: the measure named before the cue picks the level.
    private boolean readMeasure(Place place, Role role, List<Head> own, int of, String word) {
        Unit measure = Scribe.measured(word.replace("批数", "批次"), Unit.NONE);
        if (!own.isEmpty() && (of < 0 || !own.getLast().isOf(story.get(of)))) {
            Head head = own.getLast().as(heads.canonical(own.getLast().indicator(), measure));
            int level = story.levelOf(head.canonical(), place.sentence());
            scribe.write(place, role, Optional.of(head), level, "named with its measure", 0.9);
            return true;
        }
        OptionalInt level = story.levelIn(measure.measure(), place.sentence());
        if (level.isEmpty() && of < 0) {
            return false;
        }
        scribe.write(place, role, Optional.empty(), level.orElse(of), "the level in " + word, 0.93);
        return true;
    }

    /// 来信、来访均下降5%: one value for several levels.
    private boolean readEach(Place place, Role role, List<Head> joined) {
        if (joined.size() < 2) {
            return false;
        }
        for (Head head : joined) {
            int level = story.levelNamed(head, place.sentence());
            scribe.write(place, role, Optional.of(head), level, "one change of several heads", 0.9);
        }
        return true;
    }

    private boolean readAgainstLast(Quantity it, Place place, Role role) {
        if (story.isEmpty() || !story.isIn(place.sentence(), story.lastNumber())) {
            return false;
        }
        Statement last = story.last();
        Unit measure = Scribe.measured(roles.beforeChange(place.clause()), it.unit());
        Optional<Head> head =
                pack.find(sibling(last.canonical(), measure)).map(found -> Head.of(found, last.wording()));
        head.ifPresent(found -> scribe.write(place, role, found, "change against the figure before", 0.9));
        return head.isPresent();
    }

    /// The indicator in another measure: the batches of what was told in persons.
    private String sibling(String canonical, Unit unit) {
        boolean measured = canonical.endsWith(".batch") || canonical.endsWith(".person") || canonical.endsWith(".case");
        String id = canonical.substring(0, canonical.lastIndexOf('.') + 1) + unit.measure();
        return measured && unit.isCount() && pack.find(id).isPresent() ? id : canonical;
    }

    /// The level that a change belongs to: that of the change before, or the last one it can be a difference of.
    private int changed(Quantity it, Place place, Role role) {
        if (story.endsWithMove(place.sentence())
                && story.last().of() >= 0
                && place.open() == clauses.bracketAt(story.last().quantity().start())) {
            int of = story.last().of();
            boolean fits = role.kind() != Kind.CHANGE_ABS
                    || HeadFinder.alike(story.get(of).unit(), it.unit());
            return fits ? of : otherMeasure(of, it, place);
        }
        int of = role.kind() == Kind.CHANGE_PP ? rateBefore(place) : story.current(place);
        if (of >= 0 && PER_DAY.matcher(story.get(of).wording()).find()) {
            int whole = story.levelOf(
                    pack.find(story.get(of).canonical()).map(Indicator::parent).orElse(""), place.sentence());
            return whole < 0 ? of : whole;
        }
        if (of < 0 || role.kind() == Kind.CHANGE_PCT) {
            return of;
        }
        for (int i = of; i >= story.reach(); i--) {
            Statement level = story.get(i);
            if (level.quantity().start() < story.get(of).quantity().start() - LOOK_BACK) {
                break;
            }
            boolean sameBracket = i == of || clauses.bracketAt(level.quantity().start()) == place.open();
            if (sameBracket && canChange(level, it, role)) {
                return i;
            }
        }
        return of;
    }

    /// The last rate or share told in the sentence and bracket of some points; else what is spoken of.
    private int rateBefore(Place place) {
        for (int i = story.lastNumber(); i >= story.reach() && story.isIn(place.sentence(), i); i--) {
            Statement it = story.get(i);
            boolean rate = it.unit().isRatio() && !it.previous() && (it.isLevel() || it.kind() == Kind.SHARE);
            if (rate && clauses.bracketAt(it.quantity().start()) == place.open()) {
                return i;
            }
        }
        return story.current(place);
    }

    private static boolean canChange(Statement level, Quantity it, Role role) {
        if (level.kind() == Kind.RANK) {
            return it.unit().measure().equals("person");
        }
        boolean fits =
                role.kind() == Kind.CHANGE_PP ? level.unit().isRatio() : HeadFinder.alike(level.unit(), it.unit());
        return fits && (level.isLevel() || level.kind() == Kind.SHARE);
    }

    /// 减少3批21人次: the persons of what was told in batches.
    private int otherMeasure(int of, Quantity it, Place place) {
        String id = sibling(story.get(of).canonical(), it.unit());
        int level = story.levelOf(id, place.sentence());
        return level < 0 ? of : level;
    }

    private static boolean isCore(Indicator it) {
        return !it.id().startsWith("act.")
                && !it.id().startsWith("org.")
                && !it.id().startsWith("case");
    }
}
