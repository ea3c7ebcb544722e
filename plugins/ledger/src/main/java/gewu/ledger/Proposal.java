package gewu.ledger;

import java.util.List;
import java.util.Map;

/// A problem that somebody found in a report and proposes for the ledger, with what the report says of it.
///
/// @param in       inputs of [Act#PROPOSE], in the form in which they are kept; report and quote are its source
/// @param causes   inputs of [Act#CAUSE]
/// @param remedies each with how surely it answers the problem
/// @param why      what made the finder propose it; empty if it doesn't say
record Proposal(Map<Input, String> in, List<Map<Input, String>> causes, List<Remedy> remedies, String why) {
    Proposal {
        in = Map.copyOf(in);
        causes = causes.stream().map(Map::copyOf).toList();
        remedies = List.copyOf(remedies);
    }

    /// A remedy the report promises. One that stands in the report once is one remedy, however many problems it
    /// answers.
    ///
    /// @param in  inputs of [Act#REMEDY]
    /// @param why why they belong together, such as 都说到绩效指标
    record Remedy(Map<Input, String> in, String why) {
        Remedy {
            in = Map.copyOf(in);
        }
    }
}
