package gewu.metrics;

import gewu.metrics.HeadFinder.Head;
import gewu.metrics.Respectively.Given;
import gewu.metrics.Token.Quantity;
import java.util.List;
import java.util.Optional;

/// Reads the statements of one paragraph: which role each quantity plays in its clause, and what it is about.
///
/// It goes once from the first quantity to the last. [Clauses] says what stands around a quantity, [Roles] its role,
/// [Respectively] what 分别 gives it; then [Levels], [Changes] or [Shares] find its head, and [Scribe] writes the
/// statement into the [Story].
final class ClauseReader {
    private final List<Quantity> quantities;
    private final Clauses clauses;
    private final Story story;
    private final Roles roles;
    private final Respectively respectively;
    private final Scribe scribe;
    private final Levels levels;
    private final Changes changes;
    private final Shares shares;

    ClauseReader(Pack pack, Setting setting, String text, List<Quantity> quantities) {
        HeadFinder heads = new HeadFinder(pack, setting, text);
        this.quantities = quantities;
        this.clauses = new Clauses(text, quantities);
        this.story = new Story(clauses);
        this.roles = new Roles(pack, clauses, story, text, quantities);
        this.respectively = new Respectively(pack, heads, clauses, story, roles, text, quantities);
        this.scribe = new Scribe(
                pack, heads, setting, quantities, new Periods(text, setting.year(), setting.headings()), story);
        this.levels = new Levels(
                pack,
                heads,
                setting,
                story,
                scribe,
                text,
                quantities,
                new NamedLevels(pack, heads, story, scribe),
                new InheritedLevels(pack, heads, story, roles, respectively, scribe, text, quantities));
        this.changes = new Changes(pack, heads, clauses, story, roles, scribe);
        this.shares = new Shares(pack, heads, setting, story, scribe);
    }

    List<Statement> read() {
        for (int i = 0; i < quantities.size(); i++) {
            read(quantities.get(i), clauses.place(i));
        }
        return story.statements();
    }

    private void read(Quantity it, Place place) {
        Role role = roles.of(place);
        if (respectively.givenTo(place.number()).isEmpty()) {
            respectively.distribute(place, role);
        }
        Optional<Given> given = respectively.givenTo(place.number());
        if (given.isPresent()) {
            write(place, given.get());
            return;
        }
        switch (role.kind()) {
            case CHANGE_ABS, CHANGE_PCT, CHANGE_PP -> changes.read(it, place, role);
            case SHARE -> shares.read(it, place, role);
            case LEVEL, SCORE, RANK, TARGET -> levels.read(it, place, role);
        }
    }

    private void write(Place place, Given given) {
        Role role = new Role(given.kind(), given.direction(), false, "分别");
        Optional<Head> head = given.head();
        scribe.write(place, role, head, given.of(), given.at(), "value by order of 分别", 0.93);
    }
}
