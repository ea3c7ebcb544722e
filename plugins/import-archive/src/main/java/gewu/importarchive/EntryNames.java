package gewu.importarchive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Decodes the names in an archive that does not say how they are encoded. All names of one archive were written by one
/// program, so that they are judged together.
final class EntryNames {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");

    private EntryNames() {}

    /// The encoding that all of these names obey: UTF-8 if they do, else GB18030, else Big5; if none, then
    /// code page 437, in which every byte is a character.
    static Charset of(List<byte[]> names) {
        boolean isUtf8 = names.stream().allMatch(name -> obeys(name, StandardCharsets.UTF_8));
        if (isUtf8 && isLikelyUtf8(names)) {
            return StandardCharsets.UTF_8;
        }
        for (Charset charset : List.of(GB18030, BIG5, StandardCharsets.UTF_8)) {
            if (names.stream().allMatch(name -> obeys(name, charset))) {
                return charset;
            }
        }
        return Charset.forName("IBM437");
    }

    /// Two bytes of GBK may by chance be a letter of UTF-8, but no Chinese character, which takes three.
    private static boolean isLikelyUtf8(List<byte[]> names) {
        String all = names.stream()
                .map(name -> new String(name, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return all.chars().allMatch(c -> c < 0x80) || all.chars().anyMatch(c -> c >= 0x800);
    }

    private static boolean obeys(byte[] name, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(name));
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }

    /// Files that systems leave in archives and nobody wrote.
    static boolean isLitter(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return name.startsWith("__MACOSX/")
                || last.equals(".DS_Store")
                || last.equalsIgnoreCase("Thumbs.db")
                || last.equalsIgnoreCase("desktop.ini")
                || last.startsWith("._")
                || last.startsWith("~$");
    }
}
