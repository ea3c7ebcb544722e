package gewu.importofd;

import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;

class OfdImporterFuzz extends ImporterFuzz {
    OfdImporterFuzz() {
        super(new OfdImporterContractTest(), Casing.ZIP);
    }
}
