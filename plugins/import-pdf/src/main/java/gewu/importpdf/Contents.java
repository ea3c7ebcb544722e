package gewu.importpdf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/// Looks whether what a page draws is there, whole and of a sane size, before anything is drawn: PDFBox takes what it
/// can unpack of a damaged stream for all of it. For one page.
final class Contents {
    /// The fullest page of a report has a hundredth of this; the library unpacks all of a stream into memory.
    private static final long MOST_BYTES = 100_000_000;

    /// Ends a stream whose writer never came to say that it is over.
    private static final int FLUSHED = 0x0000ffff;

    private static final int CHUNK = 16_384;

    private final Set<COSStream> known = Collections.newSetFromMap(new IdentityHashMap<>());
    private final byte[] packed = new byte[CHUNK];
    private final byte[] unpacked = new byte[CHUNK];
    private long bytes;

    /// Looks at the streams of a page.
    void checkPage(COSDictionary page) throws IOException {
        COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
        if (contents instanceof COSStream stream) {
            check(stream);
        } else if (contents instanceof COSArray streams) {
            for (int i = 0; i < streams.size(); i++) {
                if (streams.getObject(i) instanceof COSStream stream) {
                    check(stream);
                } else {
                    throw new IOException("a part of what it draws is not in the file");
                }
            }
        } else if (page.containsKey(COSName.CONTENTS) && page.getItem(COSName.CONTENTS) != contents) {
            throw new IOException("what it draws is not in the file");
        }
    }

    /// Looks at one stream, unless that was done.
    void check(COSStream stream) throws IOException {
        if (!known.add(stream)) {
            return;
        }
        List<COSName> filters = filters(stream);
        if (filters.isEmpty() || !isFlate(filters.getFirst())) {
            return;
        }
        try (InputStream raw = new BufferedInputStream(stream.createRawInputStream())) {
            if (filters.size() > 1 && isFlate(filters.get(1))) {
                throw new IOException("what it draws is packed twice, as only bombs are");
            }
            inflate(raw);
        }
    }

    private void inflate(InputStream raw) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            raw.skipNBytes(2);
            int last = 0;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int read = raw.read(packed);
                    if (read < 0) {
                        if (last == FLUSHED) {
                            return;
                        }
                        throw new IOException("what it draws breaks off");
                    }
                    for (int i = Math.max(0, read - Integer.BYTES); i < read; i++) {
                        last = last << Byte.SIZE | packed[i] & 0xff;
                    }
                    inflater.setInput(packed, 0, read);
                }
                bytes += inflater.inflate(unpacked);
                if (bytes > MOST_BYTES) {
                    throw new IOException("what it draws takes more than " + MOST_BYTES / 1_000_000
                            + " MB, which is no page of a report");
                }
                if (inflater.needsDictionary()) {
                    throw new IOException("what it draws is packed in an unknown way");
                }
            }
        } catch (DataFormatException damaged) {
            throw new IOException("what it draws is damaged (" + PdfImporter.told(damaged) + ")", damaged);
        } finally {
            inflater.end();
        }
    }

    private static List<COSName> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        if (filters instanceof COSName one) {
            return List.of(one);
        }
        return filters instanceof COSArray several
                ? several.toList().stream()
                        .map(it -> it instanceof COSName name ? name : COSName.getPDFName(""))
                        .toList()
                : List.of();
    }

    private static boolean isFlate(COSName filter) {
        return COSName.FLATE_DECODE.equals(filter) || COSName.FLATE_DECODE_ABBREVIATION.equals(filter);
    }
}
