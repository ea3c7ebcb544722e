package gewu.ledger.remind;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What reminding has to know of an item.
///
/// @param lastEvent until which event it knows it
/// @param kind      its 整改类型; empty if it has none yet
/// @param anchors   none for an item of which nobody is to be reminded
/// @param answered  when its unit last did something about it
/// @param parties   who is what, by id; roles that nobody has are left out
public record Matter(
        String id,
        long lastEvent,
        String kind,
        List<Anchor> anchors,
        Optional<LocalDate> answered,
        Map<Audience, List<String>> parties) {
    public Matter {
        anchors = List.copyOf(anchors);
        parties = Map.copyOf(parties);
    }

    Optional<Anchor> deadline() {
        return anchors.stream().filter(it -> it.basis() == Basis.DEADLINE).findFirst();
    }
}
