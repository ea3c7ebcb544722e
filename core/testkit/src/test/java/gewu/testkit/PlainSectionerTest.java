package gewu.testkit;

import gewu.api.intake.Sectioner;

class PlainSectionerTest extends SectionerContract {
    @Override
    protected Sectioner sectioner() {
        return new PlainSectioner();
    }
}
