package gewu.importoffice;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Rich Text written in a test. Chinese words are written as they are and become what Word makes of them.
final class Rtf {
    static final String MEDIA_TYPE = "application/rtf";
    private static final String HEAD =
            "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}"
                    + "{\\f1\\froman\\fcharset0 Times New Roman;}{\\f2\\fnil\\fcharset2 Wingdings;}"
                    + "{\\f3\\froman\\fcharset2 Symbol;}}\\uc1\\pard\\plain ";

    private Rtf() {}

    /// A document with this body.
    static SourceFile of(String body) {
        return file(gbk(HEAD + body + "}"));
    }

    static SourceFile file(String rtf) {
        return file(rtf.getBytes(StandardCharsets.ISO_8859_1));
    }

    static SourceFile file(byte[] bytes) {
        return new SourceFile(Path.of("自评报告.rtf"), MEDIA_TYPE, bytes);
    }

    static SourceText read(String body) {
        return text(of(body));
    }

    static SourceText text(SourceFile file) {
        Reading reading = reading(file);
        assertThat(reading).isInstanceOf(Reading.Text.class);
        return ((Reading.Text) reading).source();
    }

    static Reading.Refused refusal(SourceFile file) {
        Reading reading = reading(file);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return (Reading.Refused) reading;
    }

    static String words(SourceText source, Table.Cell cell) {
        return source.text().substring(cell.start(), cell.end());
    }

    /// `预算` as `\'d4\'a4\'cb\'e3`.
    static String gbk(String words) {
        StringBuilder rtf = new StringBuilder();
        for (byte one : words.getBytes(Charset.forName("GB18030"))) {
            rtf.append(one < 0 ? "\\'%02x".formatted(one & 0xff) : String.valueOf((char) one));
        }
        return rtf.toString();
    }

    private static Reading reading(SourceFile file) {
        try {
            return new RtfImporter().read(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
