package gewu.ledger;

import gewu.api.Label;
import java.util.List;
import java.util.Optional;

/// In how many ways an office tells results (认定结果): offices above want three, four or five.
enum Scheme {
    THREE(
            new Result("rectified", new Label("已整改", "rectified"), List.of("done", "basically_done")),
            new Result("under_way", new Label("整改中", "under way"), List.of("ongoing", "long_term")),
            new Result("not_rectified", new Label("未整改", "not rectified"), List.of("not_done"))),
    FOUR(
            new Result("done", new Label("已完成", "done"), List.of("done", "basically_done")),
            new Result("ongoing", new Label("正在整改", "ongoing"), List.of("ongoing")),
            new Result("long_term", new Label("长期整改", "long term"), List.of("long_term")),
            new Result("not_done", new Label("尚未整改", "not done"), List.of("not_done"))),
    FIVE(Choices.RESULT.all().stream()
            .map(it -> new Result(it.id(), it.label(), List.of(it.id())))
            .toArray(Result[]::new));

    private final List<Result> results;

    Scheme(Result... results) {
        this.results = List.of(results);
    }

    /// One of its results.
    ///
    /// @param of which of the five ways it holds
    record Result(String id, Label label, List<String> of) implements Named {}

    List<Result> results() {
        return results;
    }

    /// What one of the five ways is called here; empty for what has no result.
    Optional<Result> of(String five) {
        return results.stream().filter(it -> it.of().contains(five)).findFirst();
    }

    /// The scheme with so many ways.
    static Scheme read(String number) {
        return switch (number.strip()) {
            case "3" -> THREE;
            case "4" -> FOUR;
            case "5" -> FIVE;
            default ->
                throw Fault.usage(
                        "There is no scheme “" + number + "”.",
                        "Known: 3 (已整改, 整改中, 未整改), 4 (已完成, 正在整改, 长期整改, 尚未整改), 5.");
        };
    }
}
