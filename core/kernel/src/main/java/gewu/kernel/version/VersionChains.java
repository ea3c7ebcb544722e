package gewu.kernel.version;

import gewu.api.report.OtherVersion;
import gewu.api.store.Store;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which reports are versions of one, and which of them is the newest. Safe for all threads.
///
/// A chain is never kept: it is what the accepted pairs say, so that taking one back can't leave a wrong one behind.
public final class VersionChains {
    private final VersionTable table;

    public VersionChains(Store store) {
        this.table = new VersionTable(store);
    }

    /// Versions of one report, oldest first; the last one is the newest.
    record Chain(List<String> reports) {
        Chain {
            reports = List.copyOf(reports);
        }

        String newest() {
            return reports.getLast();
        }
    }

    /// The versions of a report, itself among them; alone if it has no others.
    Chain chain(String report) {
        Map<String, List<VersionOffer>> accepted = new HashMap<>();
        Set<String> members = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(report));
        while (!next.isEmpty()) {
            String one = next.remove();
            if (members.add(one)) {
                List<VersionOffer> pairs = table.offers(one).stream()
                        .filter(it -> it.state() == VersionOffer.State.ACCEPTED)
                        .toList();
                accepted.put(one, pairs);
                pairs.forEach(it -> next.add(it.beside(one)));
            }
        }
        return new Chain(inOrder(members, accepted));
    }

    /// Older before newer; where people said nothing about two, the one that came in first.
    private List<String> inOrder(Set<String> members, Map<String, List<VersionOffer>> accepted) {
        if (members.size() == 1) {
            return List.copyOf(members);
        }
        Map<String, Instant> since = new HashMap<>();
        members.forEach(it -> since.put(it, table.firstAt(it)));
        List<String> left = new ArrayList<>(members);
        left.sort(Comparator.comparing((String it) -> since.getOrDefault(it, Instant.EPOCH))
                .thenComparing(Comparator.naturalOrder()));
        List<String> chain = new ArrayList<>();
        while (!left.isEmpty()) {
            String first = left.stream()
                    .filter(it -> accepted.getOrDefault(it, List.of()).stream()
                            .noneMatch(pair -> pair.newer().equals(it) && left.contains(pair.older())))
                    .findFirst()
                    .orElse(left.getFirst());
            left.remove(first);
            chain.add(first);
        }
        return chain;
    }

    /// All chains of two and more reports.
    List<Chain> all() {
        List<Chain> chains = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (VersionOffer offer : table.offers()) {
            if (offer.state() == VersionOffer.State.ACCEPTED && !seen.contains(offer.older())) {
                Chain chain = chain(offer.older());
                seen.addAll(chain.reports());
                chains.add(chain);
            }
        }
        return chains;
    }

    /// What [gewu.api.report.Reports#versions] answers.
    public List<OtherVersion> others(String report) {
        List<OtherVersion> others = new ArrayList<>();
        List<String> chain = chain(report).reports();
        int own = chain.indexOf(report);
        for (int i = 0; i < chain.size(); i++) {
            if (i != own) {
                others.add(new OtherVersion(chain.get(i), false, i > own, i == chain.size() - 1));
            }
        }
        for (VersionOffer offer : table.offers(report)) {
            if (offer.state() == VersionOffer.State.OFFERED) {
                others.add(new OtherVersion(
                        offer.beside(report), true, offer.older().equals(report), false));
            }
        }
        return others;
    }
}
