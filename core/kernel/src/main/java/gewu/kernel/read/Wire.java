package gewu.kernel.read;

import gewu.api.report.Doubt;
import gewu.api.report.Page;
import gewu.api.report.PageLook;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import gewu.kernel.page.PackedLook;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What passes between the house and a worker, as bytes. Both run the same version, so that nothing is negotiated.
final class Wire {
    private static final int WORDS = 1;
    private static final int NEEDS_OCR = 2;
    private static final int REFUSED = 3;
    private static final int CONTENTS = 4;
    private static final int PICTURE = 5;
    private static final int READ = 1;
    private static final int DRAW = 2;

    /// The house holds a picture while it is sent.
    static final int MOST_PICTURE_BYTES = 40_000_000;

    private Wire() {}

    static void write(WorkerRequest request, DataOutput out) throws IOException {
        switch (request) {
            case ReadRequest read -> {
                out.writeByte(READ);
                write(read, out);
            }
            case DrawRequest draw -> {
                out.writeByte(DRAW);
                write(draw, out);
            }
        }
    }

    static WorkerRequest readRequest(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case READ -> readReadRequest(in);
            case DRAW ->
                new DrawRequest(Path.of(text(in)), Path.of(text(in)), text(in), text(in), in.readInt(), in.readInt());
            default -> throw new IOException("a worker was asked for the unknown kind " + kind);
        };
    }

    private static void write(DrawRequest request, DataOutput out) throws IOException {
        text(request.path().toString(), out);
        text(request.local().toString(), out);
        text(request.mediaType(), out);
        text(request.importer(), out);
        out.writeInt(request.page());
        out.writeInt(request.dpi());
    }

    private static void write(ReadRequest request, DataOutput out) throws IOException {
        text(request.path().toString(), out);
        text(request.local().toString(), out);
        text(request.mediaType(), out);
        text(request.importer(), out);
        out.writeByte(request.ocr().ordinal());
        text(request.scratch().toString(), out);
    }

    private static ReadRequest readReadRequest(DataInput in) throws IOException {
        return new ReadRequest(
                Path.of(text(in)),
                Path.of(text(in)),
                text(in),
                text(in),
                ReadRequest.Ocr.values()[in.readByte()],
                Path.of(text(in)));
    }

    static void write(Drawing drawing, DataOutput out) throws IOException {
        switch (drawing) {
            case Drawing.Picture(byte[] png) -> {
                out.writeByte(PICTURE);
                out.writeInt(png.length);
                out.write(png);
            }
            case Drawing.Refused(String why, String remedy) -> {
                out.writeByte(REFUSED);
                text(why, out);
                text(remedy, out);
            }
        }
    }

    static Drawing readDrawing(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case PICTURE -> {
                int length = in.readInt();
                if (length < 0 || length > MOST_PICTURE_BYTES) {
                    throw new IOException("a worker announced a picture of " + length + " bytes");
                }
                byte[] png = new byte[length];
                in.readFully(png);
                yield new Drawing.Picture(png);
            }
            case REFUSED -> new Drawing.Refused(text(in), text(in));
            default -> throw new IOException("a worker answered with the unknown kind " + kind);
        };
    }

    static void write(ReadResult result, DataOutput out) throws IOException {
        switch (result) {
            case ReadResult.Words words -> {
                out.writeByte(WORDS);
                write(words.source(), out);
                out.writeInt(words.looks().size());
                for (PageLook look : words.looks()) {
                    PackedLook.write(look, out);
                }
                out.writeInt(words.wantsOcr().size());
                for (int page : words.wantsOcr()) {
                    out.writeInt(page);
                }
                text(words.remark(), out);
            }
            case ReadResult.NeedsOcr needs -> {
                out.writeByte(NEEDS_OCR);
                out.writeInt(needs.pages());
                text(needs.why(), out);
                text(needs.remedy(), out);
            }
            case ReadResult.Refused refused -> {
                out.writeByte(REFUSED);
                text(refused.why(), out);
                text(refused.remedy(), out);
                out.writeInt(refused.page());
            }
            case ReadResult.Contents contents -> {
                out.writeByte(CONTENTS);
                out.writeInt(contents.files().size());
                for (ReadResult.Inside file : contents.files()) {
                    text(file.name(), out);
                    text(file.local().toString(), out);
                }
                out.writeInt(contents.passedOver().size());
                for (ReadResult.PassedOver file : contents.passedOver()) {
                    text(file.name(), out);
                    text(file.why(), out);
                    text(file.remedy(), out);
                }
            }
        }
    }

    static ReadResult readResult(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case WORDS -> {
                SourceText source = readSource(in);
                List<PageLook> looks = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    looks.add(PackedLook.read(in));
                }
                List<Integer> wantsOcr = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    wantsOcr.add(in.readInt());
                }
                yield new ReadResult.Words(source, looks, wantsOcr, text(in));
            }
            case NEEDS_OCR -> new ReadResult.NeedsOcr(in.readInt(), text(in), text(in));
            case REFUSED -> new ReadResult.Refused(text(in), text(in), in.readInt());
            case CONTENTS -> {
                List<ReadResult.Inside> files = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    files.add(new ReadResult.Inside(text(in), Path.of(text(in))));
                }
                List<ReadResult.PassedOver> passedOver = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    passedOver.add(new ReadResult.PassedOver(text(in), text(in), text(in)));
                }
                yield new ReadResult.Contents(files, passedOver);
            }
            default -> throw new IOException("a worker answered with the unknown kind " + kind);
        };
    }

    private static void write(SourceText source, DataOutput out) throws IOException {
        text(source.text(), out);
        out.writeInt(source.pages().size());
        for (Page page : source.pages()) {
            out.writeInt(page.number());
            out.writeInt(page.start());
            out.writeInt(page.end());
        }
        out.writeByte(source.lines().ordinal());
        out.writeInt(source.tables().size());
        for (Table table : source.tables()) {
            write(table, out);
        }
        out.writeInt(source.doubts().size());
        for (Doubt doubt : source.doubts()) {
            out.writeInt(doubt.start());
            out.writeInt(doubt.end());
            out.writeDouble(doubt.confidence());
        }
    }

    private static SourceText readSource(DataInput in) throws IOException {
        String text = text(in);
        List<Page> pages = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            pages.add(new Page(in.readInt(), in.readInt(), in.readInt()));
        }
        SourceText.Lines lines = SourceText.Lines.values()[in.readByte()];
        List<Table> tables = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            tables.add(readTable(in));
        }
        List<Doubt> doubts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            doubts.add(new Doubt(in.readInt(), in.readInt(), in.readDouble()));
        }
        return new SourceText(text, pages, lines, tables, doubts);
    }

    private static void write(Table table, DataOutput out) throws IOException {
        for (int number : new int[] {table.number(), table.start(), table.end(), table.rows(), table.columns()}) {
            out.writeInt(number);
        }
        out.writeInt(table.cells().size());
        for (Table.Cell cell : table.cells()) {
            out.writeInt(cell.row());
            out.writeInt(cell.column());
            out.writeInt(cell.rowSpan());
            out.writeInt(cell.columnSpan());
            out.writeBoolean(cell.head());
            out.writeInt(cell.start());
            out.writeInt(cell.end());
        }
    }

    private static Table readTable(DataInput in) throws IOException {
        int number = in.readInt();
        int start = in.readInt();
        int end = in.readInt();
        int rows = in.readInt();
        int columns = in.readInt();
        List<Table.Cell> cells = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            cells.add(new Table.Cell(
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readBoolean(),
                    in.readInt(),
                    in.readInt()));
        }
        return new Table(number, start, end, rows, columns, cells);
    }

    static void text(String text, DataOutput out) throws IOException {
        PackedLook.writeText(text, out);
    }

    static String text(DataInput in) throws IOException {
        return PackedLook.readText(in);
    }
}
