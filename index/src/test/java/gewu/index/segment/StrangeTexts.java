package gewu.index.segment;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Texts nobody would write, to find what a segmenter does not expect: every script and sign in every order, broken
/// surrogates, control characters, sentences without an end. The same seed and number give the same text.
final class StrangeTexts {
    private static final List<String> PIECES = List.of(
            "绩效自评",
            "预算执行率",
            "三公经费",
            "办公室主任",
            "中华人民共和国",
            "财政局",
            "研究生命起源",
            "结合成分子时",
            "项目支出绩效评价报告",
            "满意度达到百分之九十五",
            "彧喆镕堃",
            "欧阳娜娜",
            "2021年",
            "１２３４．５",
            "58.3%",
            "GDP",
            "ＡＢＣd",
            "iPhone",
            "3.14",
            "10,000",
            "万元",
            "，",
            "。",
            "、",
            "；",
            "：",
            "“",
            "”",
            "（",
            "）",
            "《",
            "》",
            "！",
            "？",
            "……",
            "——",
            ",",
            ".",
            ";",
            ":",
            "(",
            ")",
            "\"",
            "'",
            "!",
            "?",
            "...",
            ". ",
            ".\n",
            "。\n",
            "\n",
            "\r\n",
            "\r",
            "\t",
            " ",
            "  ",
            "\u3000",
            "\u00a0",
            "\u2028",
            "\u2029",
            "\u0085",
            "\u200b",
            "\ufeff",
            "\u0000",
            "\u0007",
            "\uffff",
            "\ufffe",
            "ひらがな",
            "カタカナ",
            "ﾊﾝｶｸ",
            "한국어",
            "é",
            "e\u0301",
            "ß",
            "Ünïcode",
            "Ж",
            "α",
            "①",
            "Ⅳ",
            "㈠",
            "㎡",
            "℃",
            "〇",
            "々",
            "〆",
            "·",
            "•",
            "～",
            "\ud840\udc00",
            "\ud842\udfb7",
            "\ud83d\ude00",
            "\ud800",
            "\udc00",
            "㐀",
            "䶵",
            "龥",
            "龦",
            "鿿",
            "豈",
            "未##串",
            "始##始",
            "@",
            "#",
            "a.b",
            "A. B",
            "No.1",
            "U.S. ",
            "e.g. ",
            "他说:\"好。\"她",
            "好。）我",
            "?!",
            "。”",
            "第十 二届",
            "全国\n人民",
            "人\u3000民",
            "经 费",
            "支\n\n出",
            "的",
            "了",
            "一",
            "不",
            "是",
            "在");

    private final long seed;

    StrangeTexts(long seed) {
        this.seed = seed;
    }

    Stream<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(this::text);
    }

    String text(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        int length = switch (random.nextInt(10)) {
            case 0 -> random.nextInt(8);
            case 1, 2, 3 -> random.nextInt(60);
            case 4, 5, 6 -> random.nextInt(300);
            case 7, 8 -> 900 + random.nextInt(300);
            default -> random.nextInt(5_000);
        };
        // Each text has its own taste; many are of one kind only.
        int[] taste = random.ints(KINDS, 0, 10).map(it -> Math.max(0, it - 4)).toArray();
        taste[random.nextInt(KINDS)] += 5;
        StringBuilder text = new StringBuilder(length + 16);
        while (text.length() < length) {
            append(text, pick(taste, random), random);
        }
        return text.toString();
    }

    private static final int KINDS = 9;

    private static int pick(int[] taste, Random random) {
        int at = random.nextInt(IntStream.of(taste).sum());
        int kind = 0;
        while (at >= taste[kind]) {
            at -= taste[kind++];
        }
        return kind;
    }

    private static void append(StringBuilder text, int kind, Random random) {
        switch (kind) {
            case 0 -> text.append(PIECES.get(random.nextInt(PIECES.size())));
            case 1 -> text.append((char) (0x4E00 + random.nextInt(0x5200)));
            case 2 -> text.append(COMMON.charAt(random.nextInt(COMMON.length())));
            case 3 -> text.append(COMMON, 0, 1 + random.nextInt(12));
            case 4 -> text.appendCodePoint(0x20000 + random.nextInt(0xA6E0));
            case 5 -> text.append((char) random.nextInt(0x250));
            case 6 -> text.append((char) random.nextInt(0x10000));
            case 7 -> text.appendCodePoint(random.nextInt(0x110000));
            default -> text.append(MARKS.charAt(random.nextInt(MARKS.length())));
        }
    }

    private static final String COMMON = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三"
            + "之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看"
            + "原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知"
            + "较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处府研质信";
    private static final String MARKS =
            ".,;:!?()[]{}\"'-/\\%@# \t\n\r。，；：！？（）【】“”‘’、·…—～《》〈〉「」『』\u3000\u2028\u2029\u0085\u2026\uff0e\uff61\u00bb\u203a";
}
