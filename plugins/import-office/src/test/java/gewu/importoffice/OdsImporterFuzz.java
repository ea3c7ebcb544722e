package gewu.importoffice;

import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;

class OdsImporterFuzz extends ImporterFuzz {
    OdsImporterFuzz() {
        super(new OdsImporterTest(), Casing.ZIP);
    }
}
