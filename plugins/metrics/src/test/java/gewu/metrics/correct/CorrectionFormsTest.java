package gewu.metrics.correct;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.Panel;
import gewu.api.workbench.Panel.Form;
import gewu.metrics.Packs;
import gewu.metrics.SmallHouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The forms beside a figure: each is sent as a page sends it, and does what it says.
final class CorrectionFormsTest {
    @TempDir
    private Path folder;

    private SmallHouse house;

    @BeforeEach
    void open() {
        house = SmallHouse.in(folder);
        house.bringIn("r1", "青禾县信访局", 2021, "2021年会议费1.2万元。");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aFigureNobodyLookedAtIsConfirmedCorrectedOrRejected() {
        assertThat(actions()).containsExactly("confirm", "set", "reject");
    }

    @Test
    void theFormOfACorrectionHoldsWhatTheFigureIsNow() {
        assertThat(form("set").fields().stream().map(it -> it.name() + "=" + it.value()))
                .contains("--period=2021", "--value=1.2", "--unit=万元", "--basis=outturn", "--remark=");
    }

    @Test
    void whatIsChangedInTheFormIsCorrectedAndNothingElse() throws Exception {
        send(form("set"), "--value=1.5", "--remark=漏看一位");

        CorrectedFigure now = figure().orElseThrow();
        assertThat(now.verdict()).isEqualTo(Verdict.CORRECTED);
        assertThat(now.metric().known().orElseThrow()).isEqualByComparingTo("15000");
        assertThat(now.metric().period()).isEqualTo("2021");
        assertThat(CorrectedMetrics.isCorrected(now.metric())).isTrue();
        assertThat(actions()).containsExactly("undo", "confirm", "set", "reject");
        assertThat(form("undo").title().zh()).isEqualTo("已更正（更正 1：漏看一位）");
    }

    @Test
    void aSecondCorrectionBeginsWithTheFirst() throws Exception {
        send(form("set"), "--value=1.5");

        send(form("set"), "--period=2020");

        assertThat(figure().orElseThrow().metric().known().orElseThrow()).isEqualByComparingTo("15000");
        assertThat(figure().orElseThrow().metric().period()).isEqualTo("2020");
    }

    @Test
    void whatWasSaidIsTakenBack() throws Exception {
        send(form("confirm"));
        assertThat(actions()).containsExactly("undo", "set", "reject");

        send(form("undo"));

        assertThat(figure().orElseThrow().verdict()).isEqualTo(Verdict.NONE);
        assertThat(actions()).containsExactly("confirm", "set", "reject");
    }

    @Test
    void aRejectedFigureComesBackByItsForm() throws Exception {
        send(form("reject"), "--remark=是序号");
        assertThat(figure()).isEmpty();
        assertThat(actions()).containsExactly("undo");

        send(form("undo"));

        assertThat(figure()).isPresent();
    }

    private List<Form> forms() {
        return new CorrectionForms(house.corrected)
                .of("r1/" + read(), figure()).stream().map(Form.class::cast).toList();
    }

    private List<String> actions() {
        return forms().stream().map(it -> it.arguments().getFirst()).toList();
    }

    private Form form(String action) {
        return forms().stream()
                .filter(it -> it.arguments().getFirst().equals(action))
                .findFirst()
                .orElseThrow();
    }

    /// Sends a form; fields that are not filled in hold what they held.
    private void send(Form form, String... filled) throws Exception {
        List<String> words = new ArrayList<>(form.arguments());
        for (Panel.Field field : form.fields()) {
            String value = Arrays.stream(filled)
                    .filter(it -> it.startsWith(field.name() + "="))
                    .findFirst()
                    .orElse(field.name() + "=" + field.value());
            if (!value.endsWith("=")) {
                words.add(value);
            }
        }
        SmallHouse.rows(
                new CorrectCommand(house.metrics, house.reports, house.store, SmallHouse.CLOCK, Packs.own()),
                words.toArray(String[]::new));
    }

    private Optional<CorrectedFigure> figure() {
        return house.corrected.figures("r1").stream()
                .filter(it -> it.metric().id().equals(read()))
                .findFirst();
    }

    private String read() {
        return house.metrics.of("r1").getFirst().id();
    }
}
