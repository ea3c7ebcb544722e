package gewu.importtext;

import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;

class TextImporterFuzz extends ImporterFuzz {
    TextImporterFuzz() {
        super(new TextImporterContractTest(), Casing.NONE);
    }
}
