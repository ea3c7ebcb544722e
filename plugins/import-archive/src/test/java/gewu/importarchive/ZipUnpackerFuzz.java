package gewu.importarchive;

import gewu.testkit.Casing;
import gewu.testkit.UnpackerFuzz;

class ZipUnpackerFuzz extends UnpackerFuzz {
    ZipUnpackerFuzz() {
        super(new ZipUnpackerTest(), Casing.NONE);
    }
}
