package gewu.ledger;

import java.util.List;
import java.util.Map;

/// A problem that somebody found in a report and proposes for the ledger, with what the report says of it.
///
/// @param in       inputs of [Act#PROPOSE], in the form in which they are kept; report and quote are its source
/// @param causes   in the report's words
/// @param remedies in the report's words, each with how surely it answers the problem
record Proposal(Map<Input, String> in, List<String> causes, List<Remedy> remedies) {
    Proposal {
        in = Map.copyOf(in);
        causes = List.copyOf(causes);
        remedies = List.copyOf(remedies);
    }

    /// @param strength `strong` or `partial`
    /// @param why      why they belong together, such as 都说到绩效指标
    record Remedy(String text, String strength, String why) {}
}
