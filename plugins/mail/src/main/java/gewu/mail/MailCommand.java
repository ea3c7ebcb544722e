package gewu.mail;

import gewu.api.Label;
import gewu.api.Wording;
import gewu.api.WorkbenchException;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// `gewu mail`: what is set up and what did not get out; files to fill in; a letter to try the settings.
final class MailCommand implements Command {
    private static final String SETTINGS = """
            # 发信服务器。每行一项：名称、制表符（或空格）、值。去掉行首的 # 即生效；以 # 开头的行是说明。
            # The mail server: a name, a tab or blank, a value. Take away the # before a line to make it count.
            #host	smtp.example.cn
            # tls：none 不加密，starttls（默认），tls
            #tls	starttls
            # port：默认 25（none）、587（starttls）、465（tls）
            #port	587
            #sender	ducha@example.cn
            #sender-name	县政府督查室
            # 服务器要求登录时填写；口令单独存放在只有自己可读的文件里（路径可相对于本文件夹）
            #user	ducha@example.cn
            #password-file	password
            # 服务器证书由单位自己的机构签发时，填写该机构证书（PEM）
            #certificate	ca.pem
            """;
    private static final String ADDRESSES = """
            # 收信地址。每行：单位或人员的名称（或编号，如 DW-0001），制表符（或空格），地址。
            # 一个名称可有几行；地址写 - 的不发邮件；名称写 * 的收没有列出的全部。
            # Addresses: a name or number of a unit or person, a tab or blank, an address; - for no mail; * for all others.
            #水利局	shuiliju@example.cn
            #李四	lisi@example.cn
            #*	-
            """;

    private final MailRoom room;
    private final Wording wording;

    MailCommand(MailRoom room, Wording wording) {
        this.room = room;
        this.wording = wording;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        List<String> words = call.arguments();
        return switch (words.isEmpty() ? "show" : words.getFirst()) {
            case "show" -> show(output);
            case "prepare", "准备" -> prepare(output);
            case "test", "试发" -> {
                if (words.size() != 2 || !AddressBook.isAddress(words.getLast())) {
                    throw usage("Nobody to write to.", "Give an address: gewu mail test lisi@example.cn.");
                }
                yield test(words.getLast(), output);
            }
            default -> throw usage("gewu mail knows no “" + words.getFirst() + "”.", "Known: show, prepare, test.");
        };
    }

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }

    private Exit show(Output output) {
        Path folder = room.folder();
        Optional<MailSettings> found = MailSettings.in(folder);
        AddressBook book = AddressBook.in(folder);
        LetterTable.Total total = room.letters().total();
        DataRow row = DataRow.of("mail")
                .with("set_up", found.isPresent())
                .with("folder", folder.toString())
                .with("addresses", book.size())
                .with("sent", total.letters())
                .with("last_sent", total.last().map(LocalDate::toString).orElse(null));
        List<Label> lines = new ArrayList<>();
        if (found.isEmpty()) {
            lines.add(new Label(
                    "没有设置发信服务器，不发邮件。gewu mail prepare 在 " + folder + " 写出设置文件。",
                    "No mail server is set up, no mail is sent. gewu mail prepare writes the files into " + folder
                            + "."));
        } else {
            MailSettings settings = found.get();
            row = row.with("host", settings.host())
                    .with("port", settings.port())
                    .with("tls", settings.security().name().toLowerCase(Locale.ROOT))
                    .with("sender", settings.sender())
                    .with("user", settings.user().isEmpty() ? null : settings.user());
            lines.add(new Label(
                    "经 " + settings.place() + " 由 " + settings.sender() + " 发出，地址 " + book.size() + " 个，已发 "
                            + total.letters() + " 封；设置在 " + folder + "。",
                    "Sent by " + settings.sender() + " through " + settings.place() + "; " + book.size()
                            + " addresses, " + total.letters() + " letters so far; settings in " + folder + "."));
            settings.exposures().forEach(it -> lines.add(wording.label(it.what() + " " + it.remedy())));
        }
        output.row(row);
        book.faults().forEach(it -> {
            output.row(DataRow.of("fault").with("detail", it));
            lines.add(wording.label(it));
        });
        room.letters().refusals().stream().filter(it -> book.has(it.address())).forEach(it -> {
            output.row(DataRow.of("refused")
                    .with("address", it.address())
                    .with("day", it.day().toString())
                    .with("why", it.why()));
            lines.add(new Label(it.day() + " " + wording.label(it.why()).zh(), it.day() + " " + it.why()));
        });
        room.letters().open().forEach(it -> {
            output.row(DataRow.of("open")
                    .with("message_id", it.id())
                    .with("address", it.address())
                    .with("made_at", it.madeAt().toString()));
            lines.add(new Label(
                    "给 " + it.address() + " 的信不知是否送达，下次原样再发（" + it.id() + "）。",
                    "Nobody knows whether a letter to " + it.address() + " got out; it is sent again as it is ("
                            + it.id() + ")."));
        });
        lines.forEach(it -> output.show(new Panel.Text(it)));
        return Exit.DONE;
    }

    private Exit prepare(Output output) {
        Path folder = room.folder();
        write(folder.resolve(MailSettings.FILE), SETTINGS, output);
        write(folder.resolve(AddressBook.FILE), ADDRESSES, output);
        return Exit.DONE;
    }

    /// What stands there already is the office's.
    private static void write(Path file, String text, Output output) {
        boolean isThere = Files.exists(file);
        try {
            if (!isThere) {
                Files.writeString(file, text);
            }
        } catch (IOException unwritable) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.WORKSPACE,
                    file + " can't be written: " + unwritable.getMessage() + ".",
                    "Look whether the workspace can be written.",
                    unwritable);
        }
        output.row(DataRow.of("file").with("file", file.toString()).with("written", !isThere));
        output.show(new Panel.Text(
                isThere
                        ? new Label(file + " 已有，没有改动。", file + " is there already and stays as it is.")
                        : new Label("写出 " + file + "，请照说明填写。", "Wrote " + file + ", to be filled in.")));
    }

    private Exit test(String address, Output output) {
        MailSettings settings = MailSettings.in(room.folder())
                .orElseThrow(() -> usage("No mail server is set up.", "gewu mail prepare writes the file to fill in."));
        Letter letter = new Letter(
                UUID.randomUUID() + "@" + settings.sender().replaceFirst(".*@", ""),
                address,
                room.clock().instant().truncatedTo(ChronoUnit.SECONDS),
                "格物：邮件设置试发",
                "这是一封试发的信。收到它，说明整改提醒可以用邮件送达。\n");
        String why = sent(settings, letter);
        output.row(DataRow.of("test")
                .with("address", address)
                .with("sent", why.isEmpty())
                .with("message_id", letter.id())
                .with("why", why.isEmpty() ? null : why));
        if (!why.isEmpty()) {
            Label label = wording.label(why);
            output.show(new Panel.Text(new Label("没有发出：" + label.zh(), "Not sent: " + label.en())));
            return Exit.SOME_FAILED;
        }
        room.letters().forgive(address);
        output.show(new Panel.Text(new Label(
                settings.place() + " 已收下给 " + address + " 的试发信。",
                settings.place() + " took the letter to " + address + ".")));
        return Exit.DONE;
    }

    private static String sent(MailSettings settings, Letter letter) {
        try (Wire wire = Wire.connect(settings)) {
            return switch (wire.send(letter)) {
                case Wire.Sent.Taken() -> "";
                case Wire.Sent.Refused refused -> refused.why();
                case Wire.Sent.Unclear(String why) -> why;
            };
        } catch (IOException unreachable) {
            return String.valueOf(unreachable.getMessage());
        }
    }
}
