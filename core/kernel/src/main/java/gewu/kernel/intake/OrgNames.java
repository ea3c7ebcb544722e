package gewu.kernel.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Knows the names of public bodies and regions by their shape: where they begin, how they end.
///
/// All words are clean (see [gewu.api.report.CleanText]).
final class OrgNames {
    private static final String HAN = "[\\u4e00-\\u9fff]";

    /// What a name ends with when its border is plain, in a title or behind `单位名称：`.
    private static final String ENDING =
            "(?:局|委员会|常委会|管委会|委(?!员|托|办)|厅|部(?!门|分|署|内)|办公室|办事处|街道|法院|检察院|研究院|设计院|学院|医院|中医院|卫生院"
                    + "|院(?!校|系)|中心|大学|学校|中学|小学|幼儿园|党校|人民政府|政府(?!性|采购)|管理处|办(?!公|理|法|学|案|事)|处(?!置|理|室)|站|所(?!有|需)|队|馆|协会|学会|联合会|联合社"
                    + "|红十字会|工会|团委|妇联|残联|科协|文联|侨联|工商联|公司|集团|银行|林场|农场|公园|社(?!会|区|保))";

    /// What may be trusted to end a name in running text.
    private static final Pattern SAFE_ENDING = Pattern.compile(
            "(?:局(?!长|党组|领导|机关|务|部|面|内|属)|委员会|厅(?!长|级)|办公室|街道办事处|人民法院|人民检察院|研究院|学院|医院|中心|大学|人民政府|管理处|联合会|协会)");

    private static final Signs OPENS_SAFE_ENDING = Signs.of("局委厅办街人研学医中大管联协");

    private static final Pattern WHOLE = Pattern.compile("(?:" + HAN + "|[()“”\"·]){2,28}" + ENDING);
    private static final Pattern TITLED = Pattern.compile("^((?:" + HAN + "|[()“”·]){2,28}?" + ENDING
            + ")(?=[\\d(年的“《]|部门|单位|整体|关于|项目|预算|决算|绩效|财政|专项|支出|本级|机关|本部|工作|所属|自评|评价|[〇二]|$)");
    private static final Pattern LONGEST = Pattern.compile("^((?:" + HAN + "|[()“”·]){2,28}" + ENDING + ")");
    private static final Pattern YEAR_BEFORE =
            Pattern.compile("^(?:附件\\d*[:：]?|关于|\\d{4}(?:[-—~至]\\d{4})?年?(?:度)?|[一二三〇零○]{4}年(?:度)?|[#* ])+");
    private static final Pattern SELF = Pattern.compile("^(?:" + HAN + "{2,24}?" + ENDING
            + ")(?=是|为|系|成立|隶属|属于|承担|负责|主要|现有|内设|机关|共有|下设|设有|根据|按照|\\(|20\\d\\d|(?:部门)?职能|职责)");
    private static final Pattern BEHIND = Pattern.compile("\\((?:本级|机关|汇总|盖章|公章|含.*|部门|本部)\\)$|(?:本级|本部)$");

    private static final Pattern REGION = Pattern.compile("^(?:中共|中国共产党|共青团|民革|民盟)?("
            + "(?:" + HAN + "{2,5}?(?:省|自治区))?"
            + "(?:" + HAN + "{1,10}?(?:自治州|市|地区|盟|州(?!市|区|县)))?"
            + "(?:" + HAN + "{1,8}?(?:自治县|自治旗|县|旗|(?<!社|园|小|校|景|灾|库|片|辖|社会)区|市))?)");
    private static final Signs REGION_WORDS = Signs.of("省市县区州旗");

    /// Words that stand before a name and never in one.
    private static final String BEFORE_NAMES = "年月日度的在由对向和与及为按以被将把到给报经了我各本全从至于等并据照同该其或是除含请国赴驻联合接受根省市县区州旗";

    /// Words that make `…区` or `…市` something else than a region's name, as in `小区` and `城市`.
    private static final String IN_NO_REGION =
            BEFORE_NAMES + "两三四五六七八九十一二多个级入进来去上下中大小新老旧每某直城社园校景灾库片辖乡镇村地属所有发示服保功工业都超股门主";
    private static final String BEHIND_NO_REGION = "域别划间级镇直委场民长政联纪局教内外里县区市州";

    private OrgNames() {}

    /// The name a title opens with: `2021年度青山市档案局部门整体支出绩效自评报告`.
    static Optional<String> inTitle(String title) {
        String words = YEAR_BEFORE.matcher(title).replaceFirst("");
        return first(TITLED, words).or(() -> first(LONGEST, words)).map(OrgNames::bare);
    }

    /// The whole of `words`, if it is a name.
    static Optional<String> whole(String words) {
        String name = bare(words);
        return WHOLE.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    /// The name a sentence opens with and speaks about: `青山市档案局是市政府工作部门`.
    static Optional<String> openingOf(String sentence) {
        return first(SELF, YEAR_BEFORE.matcher(sentence).replaceFirst(""));
    }

    /// Names in running text that carry their region, with how often they stand there.
    static Map<String, Integer> inText(String words) {
        Map<String, Integer> names = new LinkedHashMap<>();
        Matcher ending = SAFE_ENDING.matcher(words);
        int at = 0;
        while (at < words.length()) {
            if (!OPENS_SAFE_ENDING.has(words.charAt(at))
                    || !ending.region(at, words.length()).lookingAt()) {
                at++;
                continue;
            }
            at = ending.end();
            int start = ending.start();
            int region = -1;
            while (start > 0 && ending.start() - start < 22 && isNamePart(words.charAt(start - 1))) {
                start--;
                if (isRegionWord(words.charAt(start))) {
                    region = start;
                }
            }
            int from = region < 0 ? -1 : beginningOf(words, region);
            if (from >= 0) {
                names.merge(words.substring(from, ending.end()), 1, Integer::sum);
            }
        }
        return names;
    }

    /// The region part of a name: `长沙市`; empty if it has none.
    static String regionOf(String name) {
        Matcher matcher = REGION.matcher(name);
        String region = matcher.find() ? matcher.group(1) : "";
        return region.matches("(城|都|本|全|我|各)市.*|.*(地区)?市市") || region.equals(name) ? "" : region;
    }

    /// The region-like name a text mentions most; empty if none is mentioned twice or opens a
    /// sentence.
    static String mostMentionedRegion(String words) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 2; i < words.length(); i++) {
            if (!isRegionWord(words.charAt(i))
                    || i + 1 < words.length() && BEHIND_NO_REGION.indexOf(words.charAt(i + 1)) >= 0) {
                continue;
            }
            int from = beginningOf(words, i);
            if (from >= 0
                    && IN_NO_REGION.indexOf(words.charAt(i - 1)) < 0
                    && IN_NO_REGION.indexOf(words.charAt(from)) < 0) {
                boolean opens = from == 0 || "\n。《“".indexOf(words.charAt(from - 1)) >= 0;
                counts.merge(words.substring(from, i + 1), opens ? 2 : 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(it -> it.getValue() >= 2)
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Optional<String> first(Pattern pattern, String words) {
        Matcher matcher = pattern.matcher(words);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static String bare(String words) {
        return BEHIND.matcher(words.strip()).replaceFirst("").strip();
    }

    private static boolean isNamePart(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    private static boolean isRegionWord(char c) {
        return REGION_WORDS.has(c);
    }

    /// Where the name begins whose word for a region stands at `region`: two to four characters before it;
    /// -1 if no
    /// name
    /// stands there. Where nothing parts a longer stretch, two characters are the usual length.
    private static int beginningOf(String words, int region) {
        int from = region;
        while (from > 0
                && region - from < 5
                && isNamePart(words.charAt(from - 1))
                && BEFORE_NAMES.indexOf(words.charAt(from - 1)) < 0) {
            from--;
        }
        int length = region - from;
        return length < 2 ? -1 : length > 4 ? region - 2 : from;
    }
}
