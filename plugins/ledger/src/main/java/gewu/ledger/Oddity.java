package gewu.ledger;

import gewu.api.Label;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is odd about a piece of evidence. It is told and noted, and people decide; nothing is refused for it.
enum Oddity implements Named {
    SAME_FILE("同一文件已用于", "the same file is used for"),
    OUT_OF_TIME("材料日期不在整改期内", "its date is not in the time of rectification"),
    ONLY_AFTER("只有整改后、没有整改前的照片", "a photo of after, but none of before");

    private final Label label;

    Oddity(String zh, String en) {
        this.label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    /// In a sentence.
    ///
    /// @param about what it is about, such as the other items
    Label told(String about) {
        return about.equals("1") ? label : new Label(label.zh() + " " + about, label.en() + " " + about);
    }

    /// What is odd about evidence that is being given, each with what it is about.
    ///
    /// @param at   the beginning of its fields' names
    /// @param hash of its file
    static Map<Oddity, String> of(Case it, Draft item, String at, String hash) {
        Map<Oddity, String> oddities = new EnumMap<>(Oddity.class);
        Set<String> others = it.office().provenBy(hash);
        others.remove(it.id());
        if (!others.isEmpty()) {
            oddities.put(SAME_FILE, String.join(" ", others));
        }
        boolean isBefore = item.of(at + "side").equals("before");
        it.date(Input.DATED)
                .filter(day -> day.isAfter(it.today())
                        || (!isBefore && begun(it).filter(day::isBefore).isPresent()))
                .ifPresent(day -> oddities.put(OUT_OF_TIME, day.toString()));
        boolean isPhotoOfAfter =
                item.of(at + "kind").equals("photo") && item.of(at + "side").equals("after");
        if (isPhotoOfAfter && it.item().members("evidence", "side", "before").isEmpty()) {
            oddities.put(ONLY_AFTER, "1");
        }
        return oddities;
    }

    /// From when on it is rectified.
    private static Optional<LocalDate> begun(Case it) {
        return it.item().date(it.item().has("assigned_on") ? "assigned_on" : "registered_on");
    }
}
