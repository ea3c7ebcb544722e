package gewu.metrics;

import gewu.api.Label;
import gewu.api.metric.Metrics.IndicatorCount;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Indicators as a tree: what is measured alike stands together, the most frequent first, parts
/// below their wholes; each leads to its comparison.
final class IndicatorTree {
    private static final int MOST_OPEN = 100;

    private final IndicatorNames names;

    IndicatorTree(IndicatorNames names) {
        this.names = names;
    }

    Panel of(List<IndicatorCount> stated) {
        Map<String, List<IndicatorCount>> groups = new LinkedHashMap<>();
        for (String first : List.of("money", "ratio", "count", "score", "")) {
            groups.put(first, new ArrayList<>());
        }
        List<IndicatorCount> open = new ArrayList<>();
        for (IndicatorCount it : stated) {
            if (it.canonical().isEmpty()) {
                open.add(it);
            } else {
                groups.computeIfAbsent(group(it), _ -> new ArrayList<>()).add(it);
            }
        }
        List<Panel.Node> nodes = new ArrayList<>();
        groups.forEach((dimension, all) -> {
            if (!all.isEmpty()) {
                nodes.add(group(title(dimension), all, branches(all)));
            }
        });
        if (!open.isEmpty()) {
            nodes.add(group(
                    new Label("未编入的说法", "Open wordings"),
                    open,
                    open.stream()
                            .limit(MOST_OPEN)
                            .map(it -> new Panel.Node(Label.same(it.wording()), counts(it), List.of()))
                            .toList()));
        }
        return nodes.isEmpty()
                ? new Panel.Text(new Label("没有这样的指标。", "There is no such indicator."))
                : new Panel.Tree(nodes);
    }

    private String group(IndicatorCount it) {
        String dimension = names.find(it.canonical()).map(Indicator::dimension).orElse("");
        return dimension.replaceFirst("\\..*", "");
    }

    private static Label title(String dimension) {
        return switch (dimension) {
            case "money" -> new Label("金额", "Amounts");
            case "ratio", "pp" -> new Label("比率", "Rates");
            case "count" -> new Label("数量", "Counts");
            case "score" -> new Label("得分", "Scores");
            case "rank" -> new Label("名次", "Ranks");
            case "duration" -> new Label("时长", "Durations");
            default -> new Label("其他", "Others");
        };
    }

    private static Panel.Node group(Label title, List<IndicatorCount> all, List<Panel.Node> nodes) {
        long figures = all.stream().mapToLong(IndicatorCount::figures).sum();
        return new Panel.Node(
                title,
                new Label(all.size() + " 个，" + figures + " 个数字", all.size() + ", " + figures + " figures"),
                nodes);
    }

    /// Parts stand below the nearest whole that is stated, too.
    private List<Panel.Node> branches(List<IndicatorCount> all) {
        Map<String, List<IndicatorCount>> below = new HashMap<>();
        Map<String, IndicatorCount> byId = new HashMap<>();
        all.forEach(it -> byId.put(it.canonical(), it));
        for (IndicatorCount it : all) {
            below.computeIfAbsent(whole(it.canonical(), byId), _ -> new ArrayList<>())
                    .add(it);
        }
        return nodes("", below);
    }

    private String whole(String id, Map<String, IndicatorCount> stated) {
        Optional<Indicator> at = names.find(id);
        for (int up = 0; up < 10 && at.isPresent() && !at.get().parent().isEmpty(); up++) {
            String parent = at.get().parent();
            if (stated.containsKey(parent)) {
                return parent;
            }
            at = names.find(parent);
        }
        return "";
    }

    private List<Panel.Node> nodes(String whole, Map<String, List<IndicatorCount>> below) {
        return below.getOrDefault(whole, List.of()).stream()
                .sorted(Comparator.comparingLong(IndicatorCount::figures).reversed())
                .map(it -> new Panel.Node(
                        names.label(it.canonical()),
                        counts(it),
                        nodes(it.canonical(), below),
                        Optional.of(new Panel.Target("compare", Map.of("indicator", it.canonical())))))
                .toList();
    }

    private static Label counts(IndicatorCount it) {
        return new Label(
                it.figures() + " 个数字 · " + it.reports() + " 份报告",
                it.figures() + " figures · " + it.reports() + " reports");
    }
}
