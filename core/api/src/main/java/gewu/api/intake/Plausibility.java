package gewu.api.intake;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// Says how much a text looks as if somebody wrote it, by its share of common characters and pairs of characters.
///
/// The wrong encoding turns Chinese into rare characters, so that even a line of ten characters tells. All threads may
/// share one instance.
public final class Plausibility {
    /// A text that reaches this much is one.
    public static final double LOOKS_LIKE_TEXT = 0.5;

    /// As many characters as are looked at; more would not change the answer.
    private static final int SAMPLE = 65_536;

    /// The commonest characters of office Chinese, simplified and then traditional where they differ.
    private static final String COMMON =
            "的一是不了在人有我他这中大来上个国到说们为子和你地出会也时要就可以对生能而自那得于着下之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运支出预算绩效项目情况财政单位管理评价制度措施存在问题改进整体资金使用执行完成任务目标检查监督落实加强提高进一步服务群众信访工作主要职能机构设置编制人员费用办公室基本收入县镇乡街道委局"
                    + "這個國來們為對會時說學過發後裡還進經麼現當動開從無與長機業將兩間問並戰頭體應見產資關點員結報務場計統區隊決書則聽類據確傳師觀導爭運預績項財單評價執標檢監實強眾訪職構設費辦縣鎮鄉整題處總規條專門環圍護辦參團";

    private static final String PAIRS = "工作 情况 支出 预算 绩效 项目 管理 部门 单位 评价 资金 财政 问题 存在 措施 改进 目标 完成 制度 服务 群众 "
            + "主要 基本 年度 一般 公共 收入 整体 使用 执行 加强 提高 进一 一步 信访 办公 人员 机构 我们 中国 社会 发展 建设 政府 情況 "
            + "預算 績效 項目 管理 部門 單位 評價 資金 財政 問題 目標 制度 服務 群眾 年度 執行 加強 提高 進一 人員 機構 我們 中國 社會 發展 建設";

    private final BitSet common = new BitSet(0x10000);
    private final Set<Integer> pairs = new HashSet<>();

    public Plausibility() {
        COMMON.chars().forEach(common::set);
        for (String pair : PAIRS.split(" ")) {
            pairs.add(pair.charAt(0) << 16 | pair.charAt(1));
        }
    }

    /// Whether valid UTF-8 needs no second opinion: it is ASCII, or has many characters of three bytes. (Two Chinese
    /// characters of GB18030 may by chance read as two letters of UTF-8; thirty in a row don't.)
    boolean isSurelyUtf8(String text) {
        int end = Math.min(text.length(), SAMPLE);
        int threeBytes = 0;
        int other = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '\u0800') {
                threeBytes++;
            } else if (c >= '\u0080' || (c < ' ' && (c < '\t' || c > '\r'))) {
                other++;
            }
        }
        return (threeBytes >= 30 && threeBytes > other) || threeBytes + other == 0;
    }

    /// Near 1 for a usual text, near 0 for another encoding's; below 0 for what nobody writes. White space does not
    /// count; an empty text has 0. Only the beginning of a long text is looked at.
    public double of(String text) {
        int end = Math.min(text.length(), SAMPLE);
        double score = 0;
        int counted = 0;
        char before = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                before = c;
                continue;
            }
            counted++;
            score += weight(c);
            if (c >= '\u4e00' && pairs.contains(before << 16 | c)) {
                score += 1;
            }
            before = c;
        }
        return counted == 0 ? 0 : score / counted;
    }

    private double weight(char c) {
        if (common.get(c)) {
            return 1;
        }
        if (c < ' ') {
            return -1;
        }
        if (c < 0x7f) {
            return 0.7;
        }
        if (isChinesePunctuation(c)) {
            return 0.8;
        }
        if (c >= '\u4e00' && c <= '\u9fff') {
            return 0.3;
        }
        if (c >= '\ue000' && c <= '\uf8ff' || c >= '\uac00' && c <= '\ud7ff') {
            return -1;
        }
        return -0.3;
    }

    private static boolean isChinesePunctuation(char c) {
        return (c >= '\u3000' && c <= '\u3011') || (c >= '\uff01' && c <= '\uff5e') || (c >= '\u2014' && c <= '\u2026');
    }
}
