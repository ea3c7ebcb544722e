package gewu.recognisetesseract;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A picture in shades of grey. Nobody changes the pixels once it is made.
final class Grey {
    private static final int WHITE = 255;

    private final int width;
    private final int height;
    private final byte[] pixels;

    Grey(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    static Grey white(int width, int height) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) WHITE);
        return new Grey(width, height, pixels);
    }

    static Grey of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] pixels = new byte[width * height];
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            // Asked for colours, Java would brighten grey pixels.
            Raster raster = image.getRaster();
            int[] row = new int[width];
            for (int y = 0; y < height; y++) {
                raster.getSamples(0, y, width, 1, 0, row);
                for (int x = 0; x < width; x++) {
                    pixels[y * width + x] = (byte) row[x];
                }
            }
            return new Grey(width, height, pixels);
        }
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) brightness(row[x]);
            }
        }
        return new Grey(width, height, pixels);
    }

    /// As on white paper, where it is transparent.
    private static int brightness(int argb) {
        int ink = argb >>> 24;
        int light = (77 * (argb >> 16 & 0xff) + 150 * (argb >> 8 & 0xff) + 29 * (argb & 0xff)) >> 8;
        return WHITE - (WHITE - light) * ink / 255;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /// Each `times` by `times` pixels become one.
    Grey shrunk(int times) {
        if (times <= 1) {
            return this;
        }
        int newWidth = Math.max(1, width / times);
        int newHeight = Math.max(1, height / times);
        byte[] small = new byte[newWidth * newHeight];
        int[] sums = new int[newWidth];
        for (int y = 0; y < newHeight; y++) {
            Arrays.fill(sums, 0);
            int rows = Math.min(times, height - y * times);
            int columns = Math.min(times, width);
            for (int row = y * times; row < y * times + rows; row++) {
                for (int x = 0; x < newWidth; x++) {
                    int from = row * width + x * times;
                    for (int i = from; i < from + columns; i++) {
                        sums[x] += pixels[i] & 0xff;
                    }
                }
            }
            for (int x = 0; x < newWidth; x++) {
                small[y * newWidth + x] = (byte) (sums[x] / (rows * columns));
            }
        }
        return new Grey(newWidth, newHeight, small);
    }

    /// Turned clockwise by `degrees` about its centre, and as many times as large. What comes from outside is white.
    Grey turned(double degrees, double times) {
        int newWidth = Math.max(1, (int) Math.round(width * times));
        int newHeight = Math.max(1, (int) Math.round(height * times));
        double across = (double) width / newWidth;
        double down = (double) height / newHeight;
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        byte[] out = new byte[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            double dy = (y + 0.5 - newHeight / 2.0) * down;
            for (int x = 0; x < newWidth; x++) {
                double dx = (x + 0.5 - newWidth / 2.0) * across;
                out[y * newWidth + x] = (byte)
                        between(width / 2.0 + dx * cos + dy * sin - 0.5, height / 2.0 - dx * sin + dy * cos - 0.5);
            }
        }
        return new Grey(newWidth, newHeight, out);
    }

    /// Cubic interpolation: edges of strokes stay sharp.
    private int between(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < -1 || top < -1 || left > width || top > height) {
            return WHITE;
        }
        float fx = (float) (x - left);
        float fy = (float) (y - top);
        float first = weight(fx + 1);
        float second = weight(fx);
        float third = weight(fx - 1);
        float fourth = weight(fx - 2);
        boolean isInside = left >= 1 && top >= 1 && left + 2 < width && top + 2 < height;
        float value = 0;
        for (int row = -1; row <= 2; row++) {
            int at = (top + row) * width + left;
            float sum = isInside
                    ? first * (WHITE - (pixels[at - 1] & 0xff))
                            + second * (WHITE - (pixels[at] & 0xff))
                            + third * (WHITE - (pixels[at + 1] & 0xff))
                            + fourth * (WHITE - (pixels[at + 2] & 0xff))
                    : first * inked(left - 1, top + row)
                            + second * inked(left, top + row)
                            + third * inked(left + 1, top + row)
                            + fourth * inked(left + 2, top + row);
            value += weight(fy - row) * sum;
        }
        return WHITE - Math.clamp(Math.round(value), 0, WHITE);
    }

    private int inked(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : WHITE - at(x, y);
    }

    private static float weight(float distance) {
        float d = Math.abs(distance);
        if (d >= 2) {
            return 0;
        }
        return d < 1 ? (1.5f * d - 2.5f) * d * d + 1 : ((2.5f - 0.5f * d) * d - 4) * d + 2;
    }

    /// A quarter turn clockwise, `quarters` times.
    Grey quarterTurned(int quarters) {
        Grey result = this;
        for (int i = 0; i < quarters; i++) {
            result = result.quarterTurned();
        }
        return result;
    }

    private Grey quarterTurned() {
        byte[] out = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[x * height + (height - 1 - y)] = pixels[y * width + x];
            }
        }
        return new Grey(height, width, out);
    }

    /// The brightness that best parts ink from paper: the two sides differ most.
    int threshold() {
        int[] histogram = new int[256];
        for (byte pixel : pixels) {
            histogram[pixel & 0xff]++;
        }
        double sum = 0;
        for (int i = 0; i < 256; i++) {
            sum += (double) i * histogram[i];
        }
        double dark = 0;
        double darkSum = 0;
        double most = -1;
        int best = 127;
        for (int i = 0; i < 255; i++) {
            dark += histogram[i];
            darkSum += (double) i * histogram[i];
            double light = pixels.length - dark;
            if (dark == 0 || light == 0) {
                continue;
            }
            double apart = darkSum / dark - (sum - darkSum) / light;
            double parted = dark * light * apart * apart;
            if (parted > most) {
                most = parted;
                best = i;
            }
        }
        return best;
    }

    /// As a PGM file.
    void writeTo(OutputStream out) throws IOException {
        out.write(("P5\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII));
        out.write(pixels);
    }
}
