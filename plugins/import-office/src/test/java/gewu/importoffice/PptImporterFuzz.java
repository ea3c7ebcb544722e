package gewu.importoffice;

import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;

class PptImporterFuzz extends ImporterFuzz {
    PptImporterFuzz() {
        super(new PptImporterContractTest(), Casing.NONE);
    }
}
