package gewu.metrics;

import gewu.metrics.HeadFinder.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Visits counted by where people went, listed by the level only: 省、市两级集体访, 进京、到省上访.
final class LevelWords {
    private static final Pattern LISTED =
            Pattern.compile("(?<levels>(?:[到进赴来]?(?:北京|京|省|市|县|区))(?:[、,和及](?:[到进赴来]?(?:北京|京|省|市|县|区)))+)(?:两级|三级|四级)?"
                    + "(?<visit>越级访|越级走访|越级上访|集体上访|集体访|集访|走访|上访|访)(?:批次|人次|量|总量|数量|数)*$");
    private static final Pattern LEVEL = Pattern.compile("北?京|省|市|县|区");
    private static final Map<String, String> PLACES =
            Map.of("京", "到京", "北京", "到京", "省", "到省", "市", "到市", "县", "到县", "区", "到区");

    private final Pack pack;
    private final HeadFinder heads;

    LevelWords(Pack pack, HeadFinder heads) {
        this.pack = pack;
        this.heads = heads;
    }

    /// The heads that the end of `words` lists, in order; empty if it lists no levels.
    List<Head> listed(String words, Unit unit) {
        Matcher it = LISTED.matcher(
                words.substring(Math.max(0, words.length() - 40)).replaceAll("(?:同比|环比|均|比上年|较上年|较去年)*$", ""));
        if (!it.find()) {
            return List.of();
        }
        List<Head> all = new ArrayList<>();
        for (Matcher level = LEVEL.matcher(it.group("levels")); level.find(); ) {
            String name = PLACES.get(level.group()) + it.group("visit");
            head(name, unit).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private Optional<Head> head(String name, Unit unit) {
        List<Indicator> found = pack.names().longest(name, 0, name.length()).meanings();
        return found.stream()
                .filter(it -> unit == Unit.NONE || heads.fits(it, unit))
                .reduce((_, last) -> last)
                .map(it -> Head.of(it, name).as(heads.canonical(it, unit)));
    }
}
