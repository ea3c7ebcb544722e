package gewu.ledger.remind;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// One rule of reminding.
///
/// @param line     as it is written, by which it is known again
/// @param kind     the 整改类型 it is for; `*` for any
/// @param isWorked whether the offset counts working days
/// @param every    days between one turn and the next, for ever; 0 for a single turn
/// @param channels ids of channels; `workbench` is the list in the workbench, `*` all that are set up
/// @param proposes what it proposes to do, such as `talk`
record Rule(
        String line,
        String id,
        Basis basis,
        String kind,
        int offset,
        boolean isWorked,
        int every,
        List<Audience> audience,
        Set<String> channels,
        Colour colour,
        List<String> proposes) {
    Rule {
        audience = List.copyOf(audience);
        channels = Set.copyOf(channels);
        proposes = List.copyOf(proposes);
    }

    /// Whether it names a channel itself.
    boolean names(String channel) {
        return channels.contains(channel);
    }

    boolean isFor(Basis of, String itsKind) {
        return basis == of && (kind.equals("*") || kind.equals(itsKind));
    }

    /// When its first turn falls due.
    ///
    /// @param day the day it counts from
    LocalDate first(LocalDate day, Predicate<LocalDate> worked) {
        if (!isWorked) {
            return day.plusDays(offset);
        }
        LocalDate it = day;
        int step = Integer.signum(offset);
        for (int left = Math.abs(offset); left > 0; ) {
            it = it.plusDays(step);
            if (worked.test(it)) {
                left--;
            }
        }
        return it;
    }
}
