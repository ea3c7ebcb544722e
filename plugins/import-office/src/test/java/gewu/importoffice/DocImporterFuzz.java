package gewu.importoffice;

import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;

class DocImporterFuzz extends ImporterFuzz {
    DocImporterFuzz() {
        super(new DocImporterContractTest(), Casing.NONE);
    }
}
