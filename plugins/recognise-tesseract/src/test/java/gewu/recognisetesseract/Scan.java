package gewu.recognisetesseract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gewu.api.intake.LaidPage.Glyph;
import gewu.api.report.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// An A4 page printed and scanned: what stands on it is known.
///
/// @param cells  each cell's words, in pixels of the straight page; for prose, none
record Scan(BufferedImage picture, int dpi, String text, List<Cell> cells) {
    record Cell(String text, Box box) {}

    static final List<String> PROSE = List.of(
            "一、部门基本情况",
            "根据县财政局关于开展部门整体支出绩效自评工作的通知要求，我局成立了以局长为组长、分",
            "管副局长为副组长、各股室负责人为成员的绩效自评工作小组，对2023年度部门整体支出进",
            "行了认真自评。我局内设办公室、规划财务股、水资源管理股、河湖管理股等6个股室，下属",
            "事业单位3个，年末在职人员58人，其中参公人员21人。",
            "全年预算安排1,286.40万元，比上年增长3.5%，实际支出1,201.75万元，预算执行率93.42%。",
            "其中：基本支出842.19万元，占70.08%；项目支出359.56万元，占29.92%。公务接待费支出",
            "8.91万元，较上年下降12.6%，未超过年初预算控制数。",
            "二、绩效目标完成情况",
            "（一）数量指标：维修加固小型水库12座，清淤疏浚河道46.8公里，新建农村集中供水工",
            "程5处，完成率100%。（二）质量指标：工程验收合格率98.7%，较目标值高出3.7个百分点。",
            "（三）效益指标：新增恢复灌溉面积1.35万亩，改善2.4万名农村居民的饮水条件，群众满",
            "意度达到96.5%。",
            "三、存在的问题及下一步改进措施",
            "存在的主要问题：一是个别项目绩效目标设置不够细化，量化程度不高；二是部分工程受",
            "汛期影响，支出进度偏慢；三是绩效评价结果应用不充分。下一步将加强预算编制管理，",
            "细化绩效指标，强化过程监控，进一步提高财政资金的使用效益。");

    static final List<List<String>> TABLE = List.of(
            List.of("指标名称", "年初预算", "全年执行", "执行率", "得分"),
            List.of("人员经费", "740.10", "742.95", "100.39%", "10"),
            List.of("公用经费", "102.09", "99.24", "97.21%", "9.72"),
            List.of("水库维修", "1,740.10", "1,655.18", "95.12%", "9.51"),
            List.of("河道清淤", "286.00", "240.30", "84.02%", "8.4"),
            List.of("农村供水", "3,058.77", "3,058.77", "100.00%", "10"),
            List.of("防汛抗旱", "125.50", "98.06", "78.14%", "7.81"),
            List.of("宣传培训", "18.60", "18.60", "100%", "10"),
            List.of("合计", "6,071.16", "5,913.10", "97.40%", "9.74"));

    private static final double LEADING = 24;
    private static final double SIZE = 12;

    /// How a page is scanned.
    ///
    /// @param skew    in degrees, clockwise
    /// @param blur    pixels around that run together
    /// @param noise   how much the shades vary
    /// @param quality of the JPEG, from 0 to 1; 1 for none
    record Scanner(int dpi, double skew, int blur, double noise, float quality) {
        static Scanner clean(int dpi) {
            return new Scanner(dpi, 0, 0, 0, 1);
        }
    }

    static Scan prose(Scanner scanner) throws IOException {
        return lines(PROSE, scanner);
    }

    static Scan lines(List<String> lines, Scanner scanner) throws IOException {
        BufferedImage paper = paper(scanner.dpi());
        Graphics2D pen = pen(paper, scanner);
        double y = 100;
        for (String line : lines) {
            pen.drawString(line, 55f, (float) y);
            y += LEADING;
        }
        pen.dispose();
        return new Scan(scanned(paper, scanner), scanner.dpi(), String.join("", lines), List.of());
    }

    static Scan table(Scanner scanner) throws IOException {
        BufferedImage paper = paper(scanner.dpi());
        Graphics2D pen = pen(paper, scanner);
        pen.drawString("部门整体支出绩效自评表（单位：万元）", 180f, 100f);
        pen.setStroke(new BasicStroke(0.7f));
        List<Cell> cells = new ArrayList<>();
        double scale = scanner.dpi() / 72.0;
        for (int row = 0; row < TABLE.size(); row++) {
            for (int column = 0; column < 5; column++) {
                double x = 60 + 95 * column;
                double y = 120 + 26 * row;
                String text = TABLE.get(row).get(column);
                pen.draw(new Rectangle2D.Double(x, y, 95, 26));
                pen.drawString(text, (float) x + 10, (float) y + 18);
                cells.add(new Cell(text, new Box(x * scale, y * scale, (x + 95) * scale, (y + 26) * scale)));
            }
        }
        pen.dispose();
        return new Scan(scanned(paper, scanner), scanner.dpi(), "", cells);
    }

    private static BufferedImage paper(int dpi) {
        BufferedImage paper = new BufferedImage(dpi * 827 / 100, dpi * 1169 / 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D white = paper.createGraphics();
        white.setColor(Color.WHITE);
        white.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        white.dispose();
        return paper;
    }

    /// In points; whoever has no Chinese font can't print.
    private static Graphics2D pen(BufferedImage paper, Scanner scanner) {
        Graphics2D pen = paper.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.rotate(Math.toRadians(scanner.skew()), paper.getWidth() / 2.0, paper.getHeight() / 2.0);
        pen.scale(scanner.dpi() / 72.0, scanner.dpi() / 72.0);
        pen.setColor(Color.BLACK);
        List<String> families =
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        Font font = families.stream()
                .filter(family -> family.matches("Noto Serif CJK SC|Noto Sans CJK SC|SimSun|Songti SC"))
                .findFirst()
                .map(family -> new Font(family, Font.PLAIN, 1))
                .orElse(new Font(Font.SERIF, Font.PLAIN, 1))
                .deriveFont((float) SIZE);
        assumeTrue(font.canDisplayUpTo("绩效自评报告") < 0, "no Chinese font is installed here");
        pen.setFont(font);
        return pen;
    }

    private static BufferedImage scanned(BufferedImage paper, Scanner scanner) throws IOException {
        BufferedImage scanned = paper;
        if (scanner.blur() > 0) {
            int across = 2 * scanner.blur() + 1;
            float[] even = new float[across * across];
            Arrays.fill(even, 1f / even.length);
            scanned =
                    new ConvolveOp(new Kernel(across, across, even), ConvolveOp.EDGE_NO_OP, null).filter(scanned, null);
        }
        if (scanner.noise() > 0) {
            Random random = new Random(7);
            for (int y = 0; y < scanned.getHeight(); y++) {
                for (int x = 0; x < scanned.getWidth(); x++) {
                    int shade = (scanned.getRGB(x, y) & 0xff) - 8 + (int) (random.nextGaussian() * scanner.noise());
                    scanned.setRGB(x, y, Math.clamp(shade, 0, 255) * 0x10101);
                }
            }
        }
        return scanner.quality() < 1 ? asJpeg(scanned, scanner.quality()) : scanned;
    }

    private static BufferedImage asJpeg(BufferedImage picture, float quality) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        ImageOutputStream stream = ImageIO.createImageOutputStream(out);
        writer.setOutput(stream);
        writer.write(null, new IIOImage(picture, null, null), parameters);
        stream.close();
        writer.dispose();
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    /// Laid on the scanner the wrong way round, by so many clockwise quarter turns.
    static BufferedImage quarterTurned(BufferedImage picture, int quarters) {
        BufferedImage turned = picture;
        for (int i = 0; i < quarters; i++) {
            BufferedImage next = new BufferedImage(turned.getHeight(), turned.getWidth(), BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = next.createGraphics();
            pen.translate(next.getWidth(), 0);
            pen.rotate(Math.PI / 2);
            pen.drawImage(turned, 0, 0, null);
            pen.dispose();
            turned = next;
        }
        return turned;
    }

    /// How many of a hundred characters are wrong.
    double errors(List<Glyph> read) {
        String right = plain(text);
        return 100.0 * distance(right, plain(wordsOf(read))) / right.length();
    }

    /// The words in `cell`, in the order they were read.
    static String in(Cell cell, List<Glyph> read) {
        return plain(wordsOf(read.stream()
                .filter(glyph -> cell.box().left() < glyph.box().right()
                        && (glyph.box().left() + glyph.box().right()) / 2
                                < cell.box().right()
                        && (glyph.box().left() + glyph.box().right()) / 2
                                > cell.box().left()
                        && glyph.box().middle() > cell.box().top()
                        && glyph.box().middle() < cell.box().bottom())
                .toList()));
    }

    static String wordsOf(List<Glyph> read) {
        StringBuilder words = new StringBuilder();
        read.forEach(glyph -> words.append(glyph.text()));
        return words.toString();
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
