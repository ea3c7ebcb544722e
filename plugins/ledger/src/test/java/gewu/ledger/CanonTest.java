package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonTest {
    @Test
    void changesReadBackWhateverIsInThem() {
        List<Change> changes = List.of(new Change("a.1.文", "", "一\t二\n三\\n\r"), new Change("b", "旧", ""));

        assertThat(Canon.read(Canon.write(changes))).isEqualTo(changes);
        assertThat(Canon.read("")).isEmpty();
    }

    /// The hash of an event must never change from version to version: chains that are kept hang on it.
    @Test
    void theHashOfAnEventIsWhatItAlwaysWas() {
        Event event = new Event(
                1,
                "ZG-2024-0001-0001",
                1,
                0,
                Instant.parse("2026-05-06T01:00:00Z"),
                "李四",
                Role.CLERK,
                "propose",
                "手工",
                Canon.write(List.of(new Change("state", "", "PROPOSED"))),
                "",
                "");

        assertThat(Canon.text(event))
                .isEqualTo(
                        "gewu ledger event 1\n1\n\nZG-2024-0001-0001\n1 0\n2026-05-06T01:00:00Z\n李四\nclerk\npropose\n手工\n"
                                + "state\t\tPROPOSED");
        assertThat(event.sealed().hash()).isEqualTo("e2b1397c41a3ed3973b2e01610e2393cf7182c53cea3fd0e64b607a8c1d33730");
    }
}
