package gewu.search;

import gewu.api.report.ReportFilter;
import gewu.api.report.Reports;
import gewu.api.search.Suggester;
import gewu.api.search.Suggestion;
import gewu.api.store.Store;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sourceforge.pinyin4j.PinyinHelper;

/// Proposes organisations by a part of their name or by the initials of its pinyin: `xfj` for 信访局.
final class Organisations implements Suggester {
    private final Reports reports;
    private final Store store;

    private Known known = new Known(-1, List.of());

    Organisations(Reports reports, Store store) {
        this.reports = reports;
        this.store = store;
    }

    /// @param change the last change of the store when they were counted
    private record Known(long change, List<Named> all) {}

    /// @param initials for each character those of all its readings
    private record Named(String name, List<String> initials, long reports) {
        boolean isMeantBy(String typed) {
            return name.contains(typed) || hasInitials(typed.toLowerCase(Locale.ROOT));
        }

        private boolean hasInitials(String typed) {
            for (int from = 0; from + typed.length() <= initials.size(); from++) {
                int at = 0;
                while (at < typed.length() && initials.get(from + at).indexOf(typed.charAt(at)) >= 0) {
                    at++;
                }
                if (at == typed.length()) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        return known().stream()
                .filter(org -> org.isMeantBy(typed))
                .sorted(Comparator.comparing((Named org) -> !org.name().startsWith(typed))
                        .thenComparing(Comparator.comparingLong(Named::reports).reversed())
                        .thenComparing(Named::name))
                .limit(limit)
                .map(org -> new Suggestion(org.name(), Suggestion.Kind.ORGANISATION, org.reports()))
                .toList();
    }

    private synchronized List<Named> known() {
        long change = store.lastChange();
        if (known.change() != change) {
            Map<String, Long> counts = new HashMap<>();
            reports.list(ReportFilter.ALL).forEach(it -> counts.merge(it.facts().org(), 1L, Long::sum));
            counts.remove("");
            known = new Known(
                    change,
                    counts.entrySet().stream()
                            .map(it -> new Named(it.getKey(), initials(it.getKey()), it.getValue()))
                            .toList());
        }
        return known.all();
    }

    private static List<String> initials(String name) {
        return name.chars()
                .mapToObj(c -> {
                    String[] readings = PinyinHelper.toHanyuPinyinStringArray((char) c);
                    StringBuilder first = new StringBuilder();
                    for (String reading : readings == null ? new String[0] : readings) {
                        first.append(reading.charAt(0));
                    }
                    return first.isEmpty() ? String.valueOf((char) Character.toLowerCase(c)) : first.toString();
                })
                .toList();
    }
}
