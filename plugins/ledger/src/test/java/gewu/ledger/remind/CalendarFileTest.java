package gewu.ledger.remind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class CalendarFileTest {
    private static final Instant NOW = Instant.parse("2026-05-06T01:02:03Z");

    private static CalendarEntry entry(String uid, String summary, List<Integer> alarms) {
        return new CalendarEntry(uid, 3, LocalDate.parse("2026-07-06"), summary, "单位：水利局\n完", List.of("整改时限"), alarms);
    }

    private static byte[] file(CalendarEntry... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CalendarFile calendar = new CalendarFile(out, NOW);
        calendar.begin("整改台账");
        for (CalendarEntry it : entries) {
            calendar.add(it);
        }
        calendar.end();
        return out.toByteArray();
    }

    @Test
    void anEntryIsAWholeDayWithItsAlarmsInTheMorning() throws IOException {
        List<Map<String, String>> events = new CalendarRules(file(entry("a@gewu", "时限", List.of(0, 1, 7)))).events();

        assertThat(events).hasSize(1);
        assertThat(events.getFirst())
                .containsEntry("UID", "a@gewu")
                .containsEntry("DTSTAMP", "20260506T010203Z")
                .containsEntry("DTSTART", "20260706")
                .containsEntry("DTEND", "20260707")
                .containsEntry("SEQUENCE", "3")
                .containsEntry("SUMMARY", "时限")
                .containsEntry("DESCRIPTION", "单位：水利局\\n完")
                .containsEntry("alarms", "PT9H -PT15H -P6DT15H");
    }

    @Test
    void anyWordsGoThereAndBackInLinesOfSeventyFiveOctets() throws IOException {
        Random random = new Random(5545);
        int compared = 0;
        String signs = "预算，；编制;,\\:\"不够精准𠮷\n abc\u0007\uD800\u2028";
        for (int i = 0; i < 300; i++) {
            StringBuilder words = new StringBuilder("头");
            int length = random.nextInt(200);
            for (int j = 0; j < length; j++) {
                words.append(signs.charAt(random.nextInt(signs.length())));
            }
            words.append("尾");
            byte[] file = file(entry("x" + i, words.toString(), List.of(3)));
            List<Map<String, String>> events = new CalendarRules(file).events();
            OutsideCalendar outside = new OutsideCalendar(file);
            String read = events.getFirst()
                    .getOrDefault("SUMMARY", "")
                    .replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\n", "$1\n")
                    .replaceAll("\\\\([\\\\;,])", "$1");
            assertThat(read).startsWith("头").endsWith("尾").contains("尾");
            assertThat(read.replaceAll("[\\s\uFFFD]", ""))
                    .isEqualTo(
                            new String(words.toString().getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE)
                                    .replaceAll("[\\s\\p{Cntrl}\u2028\uFFFD]", ""));
            // The library takes a backslash before a new line for an escaped one.
            String plain = "\\\\[\n\u2028]";
            if (!Pattern.compile(plain).matcher(words).find()) {
                assertThat(OutsideCalendar.value(outside.events().getFirst(), "SUMMARY"))
                        .as("as others read it")
                        .isEqualTo(read);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void aCalendarWithoutEntriesIsOneForOthersToo() throws IOException {
        byte[] file = file();

        assertThat(new CalendarRules(file).events()).isEmpty();
        assertThat(new OutsideCalendar(file).events()).isEmpty();
    }

    @Test
    void theValidatorSeesWhatIsOff() throws IOException {
        String good =
                new String(file(entry("a", "时限", List.of(1)), entry("b", "节点", List.of())), StandardCharsets.UTF_8);
        new CalendarRules(good.getBytes(StandardCharsets.UTF_8));
        for (String[] harm : List.of(
                new String[] {"UID:b", "UID:a"},
                new String[] {"DTSTAMP:20260506T010203Z\r\n", ""},
                new String[] {"END:VALARM\r\n", ""},
                new String[] {"TRIGGER:-PT15H\r\n", ""},
                new String[] {"VERSION:2.0\r\n", ""},
                new String[] {"SUMMARY:时限", "SUMMARY:" + "长".repeat(40)},
                new String[] {"SUMMARY:时限", "SUMMARY:甲,乙"},
                new String[] {"DTSTART;VALUE=DATE:20260706", "DTSTART;VALUE=DATE:2026-07-06"},
                new String[] {"20260707", "20260706"},
                new String[] {"\r\nDTEND", "\nDTEND"})) {
            assertThatThrownBy(() -> new CalendarRules(
                            good.replaceFirst(harm[0], harm[1]).getBytes(StandardCharsets.UTF_8)))
                    .as(harm[0])
                    .isInstanceOf(AssertionError.class);
        }
    }
}
