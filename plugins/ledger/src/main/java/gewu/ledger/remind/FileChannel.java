package gewu.ledger.remind;

import gewu.api.Label;
import gewu.api.plugin.PluginScope;
import gewu.ledger.channel.Digest;
import gewu.ledger.channel.Notice;
import gewu.ledger.channel.ReminderChannel;
import gewu.ledger.channel.Undelivered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes reminders into a text file a day, in the folder `reminders` of the ledger's data. The file
/// appears or grows as a whole; a reminder that stands in it already is passed over.
final class FileChannel implements ReminderChannel {
    private static final Pattern NUMBER = Pattern.compile("(?m)^\\[(\\d{1,18})] ");

    private final PluginScope scope;

    FileChannel(PluginScope scope) {
        this.scope = scope;
    }

    @Override
    public boolean isSetUp() {
        return true;
    }

    @Override
    public List<Undelivered> handOver(Digest digest) throws IOException {
        Path folder = Files.createDirectories(scope.dataFolder().resolve("reminders"));
        Path file = folder.resolve(digest.day() + ".txt");
        String before = Files.exists(file) ? Files.readString(file) : "格物　整改提醒　" + digest.day() + "\n";
        Set<String> known = new HashSet<>();
        Matcher numbers = NUMBER.matcher(before);
        while (numbers.find()) {
            known.add(numbers.group(1));
        }
        StringBuilder text = new StringBuilder(before);
        for (Notice it : digest.notices()) {
            if (known.add(Long.toString(it.number()))) {
                write(it, text);
            }
        }
        Path unfinished = Files.createTempFile(folder, "." + digest.day(), ".part");
        try {
            Files.write(unfinished, text.toString().getBytes(StandardCharsets.UTF_8));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return List.of();
    }

    private static void write(Notice it, StringBuilder text) {
        String colour = Colour.of(it.colour()).map(Colour::label).map(Label::zh).orElse("");
        text.append("\n[").append(it.number()).append("] ");
        text.append(colour.isEmpty() ? "" : "【" + colour + "】");
        text.append(it.item()).append("　").append(line(it.title())).append('\n');
        text.append("    ").append(it.words().zh());
        if (it.dueOn().isBefore(it.sentOn())) {
            text.append("（应于 ").append(it.dueOn()).append(" 提醒，补发）");
        }
        text.append('\n').append("    ").append(line(names(it.recipients()))).append('\n');
        if (!it.proposes().isEmpty()) {
            text.append("    建议：")
                    .append(it.proposes().stream().map(Label::zh).collect(Collectors.joining("、")))
                    .append('\n');
        }
    }

    private static String names(List<Notice.Recipient> recipients) {
        return recipients.stream().map(it -> it.role().zh() + " " + it.name()).collect(Collectors.joining("；"));
    }

    /// Imported words stay in their line, so that none of them reads like an entry.
    private static String line(String words) {
        return words.replaceAll("\\s+", " ");
    }
}
