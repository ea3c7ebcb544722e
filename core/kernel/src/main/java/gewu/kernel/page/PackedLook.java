package gewu.kernel.page;

import gewu.api.report.Box;
import gewu.api.report.PageLook;
import gewu.api.report.PlacedLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Packs how a page looks into few bytes, for the store and for the way from a worker. Horizontal places are kept to a
/// twentieth of a point.
public final class PackedLook {
    private static final double UNITS = 20;

    private PackedLook() {}

    /// As text for the store.
    public static String pack(PageLook look) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            write(look, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /// What [#pack] made.
    public static PageLook unpack(String packed) {
        byte[] bytes = Base64.getDecoder().decode(packed);
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            return read(in);
        } catch (IOException damaged) {
            throw new UncheckedIOException("A page's look is damaged in the store.", damaged);
        }
    }

    /// Writes a look, to be read by [#read].
    public static void write(PageLook look, DataOutput out) throws IOException {
        out.writeInt(look.number());
        out.writeDouble(look.width());
        out.writeDouble(look.height());
        out.writeByte(look.origin().ordinal());
        writeText(look.why(), out);
        out.writeDouble(look.turned());
        out.writeInt(look.lines().size());
        for (PlacedLine line : look.lines()) {
            out.writeInt(line.start());
            out.writeInt(line.end() - line.start());
            writePlace(line.top(), out);
            writePlace(line.bottom(), out);
            for (int at = line.start(); at < line.end(); at++) {
                writePlace(line.left(at), out);
                writePlace(line.right(at), out);
            }
        }
        out.writeInt(look.dropped().size());
        for (PageLook.Dropped dropped : look.dropped()) {
            writeText(dropped.words(), out);
            writePlace(dropped.box().left(), out);
            writePlace(dropped.box().top(), out);
            writePlace(dropped.box().right(), out);
            writePlace(dropped.box().bottom(), out);
        }
        writeText(look.otherText(), out);
    }

    /// Reads what [#write] wrote.
    public static PageLook read(DataInput in) throws IOException {
        int number = in.readInt();
        double width = in.readDouble();
        double height = in.readDouble();
        PageLook.Origin origin = PageLook.Origin.values()[in.readByte()];
        String why = readText(in);
        double turned = in.readDouble();
        List<PlacedLine> lines = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            lines.add(readLine(in));
        }
        List<PageLook.Dropped> dropped = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            dropped.add(new PageLook.Dropped(
                    readText(in), new Box(readPlace(in), readPlace(in), readPlace(in), readPlace(in))));
        }
        return new PageLook(number, width, height, origin, why, turned, lines, dropped, readText(in));
    }

    private static PlacedLine readLine(DataInput in) throws IOException {
        int start = in.readInt();
        int length = in.readInt();
        double top = readPlace(in);
        double bottom = readPlace(in);
        float[] lefts = new float[length];
        float[] rights = new float[length];
        for (int i = 0; i < length; i++) {
            lefts[i] = (float) readPlace(in);
            rights[i] = (float) readPlace(in);
        }
        return new PlacedLine(start, top, bottom, lefts, rights);
    }

    private static void writePlace(double place, DataOutput out) throws IOException {
        out.writeInt((int) Math.round(place * UNITS));
    }

    private static double readPlace(DataInput in) throws IOException {
        return in.readInt() / UNITS;
    }

    /// Writes words of any length.
    public static void writeText(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /// Reads what [#writeText] wrote.
    public static String readText(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_16BE);
    }
}
