package gewu.kernel.intake;

import gewu.api.intake.Sectioner;
import gewu.testkit.SectionerContract;

/// Stands here because the kernel can't know the testkit, which knows the kernel.
class HeadingSectionerContractTest extends SectionerContract {
    @Override
    protected Sectioner sectioner() {
        return new HeadingSectioner();
    }
}
