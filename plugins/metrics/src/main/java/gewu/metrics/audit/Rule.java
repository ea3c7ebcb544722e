package gewu.metrics.audit;

import gewu.api.metric.Check;
import java.util.List;

/// One kind of relation: finds where it should hold and says whether it does. Has no state.
interface Rule {
    List<Check> apply(Worksheet sheet);
}
