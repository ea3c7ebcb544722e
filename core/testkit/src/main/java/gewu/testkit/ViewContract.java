package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [View] must do. Extend it in the view's own package and add cases of your own.
public abstract class ViewContract {
    /// The view under test, over data that does not change.
    protected abstract View view();

    /// The parameters it is shown with.
    protected List<Map<String, String>> parameters() {
        return List.of(Map.of());
    }

    @Test
    void theSameDataShowTheSamePanelTwice() {
        for (Map<String, String> each : parameters()) {
            assertThat(view().show(each)).isEqualTo(view().show(each));
        }
    }

    @Test
    void labelsSpeakBothLanguagesRowsFitColumnsAndMarksFitTheirText() {
        for (Map<String, String> each : parameters()) {
            PanelRules.hold(view().show(each));
        }
    }

    @Test
    void oneViewServesFourThreads() throws Exception {
        View shared = view();
        Map<String, String> first = parameters().getFirst();
        Panel panel = shared.show(first);

        FourThreads.allGet(panel, () -> shared.show(first));
    }
}
