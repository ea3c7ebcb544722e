package gewu.kernel.intake;

import gewu.kernel.report.Places;
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
                    + "|署(?!名)|红十字会|工会|团委|妇联|残联|科协|文联|侨联|工商联|公司|集团|银行|林场|农场|公园|社(?!会|区|保))";

    /// What ends the name of a place that reports itself, in a title or behind a key.
    private static final String PLACE_ENDING = "|(?<![城乡村])镇|(?<![城家下老])乡|(?<!工业)园区|开发区|新区|兵团|兵团第[一二三四五六七八九十]{1,3}师)";

    /// What may be trusted to end a name in running text.
    private static final Pattern SAFE_ENDING = Pattern.compile(
            "(?:局(?!长|党组|领导|机关|务|部|面|内|属)|委员会|厅(?!长|级)|办公室|街道办事处|人民法院|人民检察院|研究院|学院|医院|中心|大学|人民政府|管理处|联合会|协会)");

    private static final Signs OPENS_SAFE_ENDING = Signs.of("局委厅办街人研学医中大管联协");

    private static final Pattern WHOLE = Pattern.compile("(?:" + HAN + "|[()“”\"·]){2,28}(?:" + ENDING + PLACE_ENDING);
    private static final Pattern TITLED = Pattern.compile("^((?:" + HAN + "|[()“”·]){2,28}?(?:" + ENDING + PLACE_ENDING
            + ")(?=[\\d(年的“《]|部门|单位|整体|关于|项目|预算|决算|绩效|财政|专项|支出|本级|机关|本部|工作|所属|自评|评价|[〇二]|$)");
    private static final Pattern LONGEST = Pattern.compile("^((?:" + HAN + "|[()“”·]){2,28}" + ENDING + ")");
    private static final Pattern YEAR_BEFORE = Pattern.compile(
            "^(?:附件\\d*[:：]?|关于(?:报送|上报|呈报|印发|公开|公布|提交)?|\\d{4}(?:[-—~至]\\d{4})?年?(?:度)?|[一二三〇零○]{4}年(?:度)?|[#* ])+");
    private static final Pattern SELF = Pattern.compile("^(?:" + HAN + "{2,24}?" + ENDING
            + ")(?=是|为|系|成立|隶属|属于|承担|负责|主要|现有|内设|机关|共有|下设|设有|根据|按照|\\(|20\\d\\d|(?:部门)?职能|职责)");
    private static final Pattern BEHIND = Pattern.compile("\\((?:本级|机关|汇总|盖章|公章|含.*|部门|本部)\\)$|(?:本级|本部)$");

    /// What stands before the region in the name of a party organ or of a central authority's branch.
    private static final Pattern BEFORE_REGION =
            Pattern.compile("^(?:中国共产党|中共|中国共产主义青年团|共青团|中国人民政治协商会议|政协|民革|民盟|民建|九三学社|国家税务总局|国家统计局|国家金融监督管理总局|中国人民银行)");

    /// Authorities of the whole country, which stand in no region.
    private static final Pattern CENTRAL = Pattern.compile("国家.*|中央.*|全国.*|国务院.*|中华全国.*|海关总署|审计署|最高人民.*"
            + "|(?:外交|国防|教育|科学技术|科技|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利"
            + "|农业农村|农业|商务|文化和旅游|文化|退役军人事务|应急管理)部(?:本级|机关)?");

    private static final Places PLACES = new Places();
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
        String rest = BEFORE_REGION.matcher(name).replaceFirst("");
        String region = PLACES.leading(rest);
        return region.equals(name) && !isZone(name) ? "" : region;
    }

    /// Whether a name is that of an authority of the whole country.
    static boolean isCentral(String name) {
        return CENTRAL.matcher(name).matches() && regionOf(name).isEmpty();
    }

    private static boolean isZone(String name) {
        return name.endsWith("开发区") || name.endsWith("新区") || name.endsWith("师") || name.endsWith("兵团");
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
    /// -1 if no name stands there. Where nothing parts a longer stretch, two characters are the usual length.
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
