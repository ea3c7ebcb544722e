package gewu.recognisetesseract;

import gewu.api.intake.TextRecogniser.Readiness;
import gewu.api.workbench.HealthCheck;
import gewu.api.workbench.HealthFinding;
import java.util.List;

/// Says whether scanned pages can be read on this machine. Without tesseract all else works, so its absence is no
/// fault.
final class TesseractHealth implements HealthCheck {
    private final Program program;

    TesseractHealth(Program program) {
        this.program = program;
    }

    @Override
    public List<HealthFinding> check() {
        String detail = switch (program.readiness()) {
            case Readiness.Ready(var engine) -> engine;
            case Readiness.Missing(var why, var remedy) -> why + " Scanned pages can't be read. " + remedy;
        };
        return List.of(new HealthFinding("text recognition", HealthFinding.State.WELL, detail, ""));
    }
}
