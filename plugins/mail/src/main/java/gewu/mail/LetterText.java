package gewu.mail;

import gewu.api.Label;
import gewu.ledger.channel.Notice;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a letter says: all reminders of a round for one address, the gravest first.
final class LetterText {
    private static final List<String> GRAVEST = List.of("red", "yellow", "blue");
    private static final Map<String, String> COLOURS = Map.of("red", "红", "yellow", "黄", "blue", "蓝");

    private final LocalDate day;
    private final List<Parcel> parcels;

    LetterText(LocalDate day, List<Parcel> parcels) {
        this.day = day;
        this.parcels = parcels.stream()
                .sorted(Comparator.comparingInt((Parcel it) -> grave(it.notice()))
                        .thenComparing(it -> it.notice().number()))
                .toList();
    }

    /// A reminder for those who are reached under one address.
    record Parcel(Notice notice, Set<Notice.Recipient> readers) {}

    String subject() {
        return "整改提醒 " + parcels.size() + " 条" + colours() + " " + day;
    }

    String words() {
        StringBuilder words = new StringBuilder();
        words.append(names()).append("：\n\n");
        words.append("截至 ").append(day).append("，有 ").append(parcels.size()).append(" 条整改提醒");
        words.append("，涉及 ")
                .append(parcels.stream()
                        .map(it -> it.notice().item())
                        .distinct()
                        .count())
                .append(" 项问题")
                .append(colours())
                .append("。\n");
        int place = 0;
        for (Parcel it : parcels) {
            place++;
            write(place, it, words);
        }
        words.append("\n--\n本邮件由格物整改台账自动发出，请勿回复。提醒序号：")
                .append(parcels.stream()
                        .map(it -> Long.toString(it.notice().number()))
                        .collect(Collectors.joining("、")))
                .append("\n");
        return words.toString();
    }

    private static void write(int place, Parcel parcel, StringBuilder words) {
        Notice it = parcel.notice();
        String colour = COLOURS.getOrDefault(it.colour(), "");
        words.append("\n").append(place).append(". ");
        words.append(colour.isEmpty() ? "" : "【" + colour + "】");
        words.append(Line.of(it.item())).append("　").append(Line.of(it.title())).append("\n");
        words.append("   ").append(Line.of(it.words().zh()));
        if (it.dueOn().isBefore(it.sentOn())) {
            words.append("（应于 ").append(it.dueOn()).append(" 提醒，补发）");
        }
        words.append("\n   ")
                .append(parcel.readers().stream()
                        .map(to -> Line.of(to.role().zh()) + " " + Line.of(to.name()))
                        .collect(Collectors.joining("；")))
                .append("\n");
        if (!it.proposes().isEmpty()) {
            words.append("   建议：")
                    .append(it.proposes().stream().map(Label::zh).map(Line::of).collect(Collectors.joining("、")))
                    .append("\n");
        }
    }

    private String names() {
        Set<String> names = new TreeSet<>();
        parcels.forEach(it -> it.readers().forEach(to -> names.add(Line.of(to.name()))));
        return String.join("、", names);
    }

    /// Such as `（红 2、蓝 1）`; empty where nothing has a colour.
    private String colours() {
        String counts = GRAVEST.stream()
                .filter(colour -> count(colour) > 0)
                .map(colour -> COLOURS.getOrDefault(colour, "") + " " + count(colour))
                .collect(Collectors.joining("、"));
        return counts.isEmpty() ? "" : "（" + counts + "）";
    }

    private long count(String colour) {
        return parcels.stream()
                .filter(it -> it.notice().colour().equals(colour))
                .count();
    }

    private static int grave(Notice it) {
        int at = GRAVEST.indexOf(it.colour());
        return at < 0 ? GRAVEST.size() : at;
    }
}
