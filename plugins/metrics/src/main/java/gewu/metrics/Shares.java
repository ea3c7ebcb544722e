package gewu.metrics;

import gewu.metrics.HeadFinder.Head;
import gewu.metrics.Token.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the part that a share belongs to.
final class Shares {
    private static final Pattern RATE = Pattern.compile("[^,]*占(?:比|比率|比重)率?.{0,3}$");

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
        String part = clause.substring(0, clause.lastIndexOf('占'));
        int of = story.current(place);
        Unit unit = of >= 0 ? story.get(of).unit() : Unit.NONE;
        List<Head> own = heads.in(part, 0, part.length(), unit);
        if (!own.isEmpty() && (of < 0 || !own.getLast().isOf(story.get(of)))) {
            int level = story.levelNamed(own.getLast(), place.sentence());
            scribe.write(place, role, Optional.of(own.getLast()), level, "share of the part named before 占", 0.85);
            return;
        }
        String words = Scribe.stripped(part).replaceAll("(?:约|的|同比)+$", "");
        if (of >= 0 && words.length() < 2) {
            scribe.write(place, role, Optional.empty(), of, "share of the level before", 0.95);
            return;
        }
        Optional<Head> open = pack.find(domain() + ".share").map(found -> Head.of(found, words + "占比"));
        scribe.write(place, role, open, -1, "share of a class without a name", 0.7);
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
