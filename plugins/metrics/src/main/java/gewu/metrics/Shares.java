package gewu.metrics;

import gewu.metrics.HeadFinder.Head;
import gewu.metrics.Token.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the part that a share belongs to.
final class Shares {
    private static final Pattern RATE = Pattern.compile("[^,]*占(?:比|比率|比重)率?.{0,3}$");

    private static final Pattern NEXT = Pattern.compile("^(?:其次|再次|第二|依次|最多|最高|最少)(?:的)?(?:是|为)?");

    private final Pack pack;
    private final HeadFinder heads;
    private final Setting setting;
    private final Story story;
    private final Scribe scribe;

    Shares(Pack pack, HeadFinder heads, Setting setting, Story story, Scribe scribe) {
        this.pack = pack;
        this.heads = heads;
        this.setting = setting;
        this.story = story;
        this.scribe = scribe;
    }

    void read(Quantity it, Place place, Role role) {
        String clause = place.clause();
        List<Head> shares = heads.in(clause, 0, clause.length(), it.unit());
        if (!shares.isEmpty()
                && shares.getLast().canonical().endsWith(".share")
                && RATE.matcher(clause).matches()) {
            scribe.write(place, role, shares.getLast(), "a share by name", 0.95);
            return;
        }
        if (role.why().equals("占") && !place.left().contains("占")) {
            scribe.write(
                    place, role, Optional.empty(), story.lastNumber(), "share of the figure before the bracket", 0.9);
            return;
        }
        boolean here = clause.contains("占");
        String told = here ? clause : place.left();
        int mark = told.lastIndexOf('占');
        String part = told.substring(here ? 0 : told.lastIndexOf(',', mark) + 1, mark);
        int of = story.current(place);
        Unit unit = of >= 0 && !story.get(of).unit().isRatio() ? story.get(of).unit() : Unit.NONE;
        List<Head> own = heads.in(part, 0, part.length(), unit);
        if (!own.isEmpty() && (of < 0 || !own.getLast().isOf(story.get(of)))) {
            int level = story.levelNamed(own.getLast(), place.sentence());
            Head head = level < 0 ? asShare(own.getLast()) : own.getLast();
            scribe.write(place, role, Optional.of(head), level, "share of the part named before 占", 0.85);
            return;
        }
        if (!own.isEmpty()) {
            scribe.write(place, role, Optional.empty(), of, "share of the level named again", 0.9);
            return;
        }
        String words = Scribe.stripped(part).replaceAll("(?:约|的|同比)+$", "");
        String before = Scribe.stripped(place.left().substring(0, place.left().length() - clause.length()));
        boolean named = words.length() < 2 && NEXT.matcher(before).find();
        if (of >= 0 && words.length() < 2 && !named) {
            scribe.write(place, role, Optional.empty(), inMeasureOfWhole(of), "share of the level before", 0.95);
            return;
        }
        String name = named ? NEXT.matcher(before).replaceAll("") : words;
        Optional<Head> open = pack.find(domain() + ".share").map(found -> Head.of(found, name + "占比"));
        scribe.write(place, role, open, -1, "share of a class without a name", 0.7);
    }

    /// 登记信访2618件,其中来访611批1835人次,占23.3%: the share is of what the whole is counted in, not of the persons.
    private int inMeasureOfWhole(int of) {
        int whole = story.first();
        if (whole < 0 || whole >= of - 1) {
            return of;
        }
        Statement persons = story.get(of);
        Statement batches = story.get(of - 1);
        boolean pair = persons.unit().measure().equals("person")
                && batches.unit().measure().equals("batch")
                && batches.isLevel()
                && batches.quantity().end() == persons.quantity().start();
        String measure = story.get(whole).unit().measure();
        return pair && (measure.equals("case") || measure.equals("batch")) ? of - 1 : of;
    }

    /// 来信占8.3%: the share itself is the indicator where no level of the part is told.
    private Head asShare(Head part) {
        String id = part.indicator().id();
        boolean counted = part.indicator().dimension().isEmpty();
        return pack.find(id + ".share")
                .or(() -> counted
                        ? pack.find(id.substring(0, Math.max(0, id.indexOf('.'))) + ".share")
                        : Optional.empty())
                .map(found -> Head.of(found, part.surface()))
                .orElse(part);
    }

    /// What the paragraph speaks of: the domain of the figure before, else what the setting is about.
    private String domain() {
        if (!story.isEmpty() && !story.last().canonical().isEmpty()) {
            String id = story.last().canonical();
            return id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
        }
        return setting.about();
    }
}
