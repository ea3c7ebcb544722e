package gewu.importoffice;

import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;

class RtfImporterFuzz extends ImporterFuzz {
    RtfImporterFuzz() {
        super(new RtfImporterTest(), Casing.NONE);
    }
}
