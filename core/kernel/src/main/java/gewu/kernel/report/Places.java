package gewu.kernel.report;

import gewu.api.report.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parts a region into province, city and county: `湖南省长沙市岳麓区`. Provinces, prefectures and county-level cities are
/// listed in `places.txt`; what is not listed is known by its shape. Immutable; all threads may share it.
public final class Places {
    private static final String HAN = "[\\u4e00-\\u9fff]";

    /// 新疆生产建设兵团第八师; its divisions have the rank of prefectures, and lie in Xinjiang.
    private static final Pattern CORPS = Pattern.compile("新疆生产建设兵团(?:第[一二三四五六七八九十]{1,3}师)?");

    private static final String XINJIANG = "新疆维吾尔自治区";
    private static final Pattern PROVINCE = Pattern.compile("(?:(?![市县局])" + HAN + "){2,5}?(?:省|自治区)");
    private static final Pattern CITY = Pattern.compile(
            "(?:(?![省县区旗局委厅部院])" + HAN + "){1,10}?(?:自治州|(?<![城都超门股本全我各])市(?!区)|地区|(?<!联)盟|州(?!市|区|县))");
    private static final Pattern COUNTY = Pattern.compile("(?:(?![局委厅部院])" + HAN + "){1,14}?(?:自治县|自治旗|县"
            + "|(?<![红国军彩])旗|(?:工业|产业|科技)园区|(?<!社|园|小|校|景|灾|库|片|辖|地)区(?!域|划|间)"
            + "|(?<![城都超门股本全我各])市(?![区场政民容级直委属]))");
    private static final Pattern ZONE = Pattern.compile(".*(?:开发区|高新区|经开区|新区|园区|示范区|管理区|度假区|保税区)");

    private final List<String> provinces = new ArrayList<>();
    private final Map<String, Prefecture> prefectures = new LinkedHashMap<>();
    private final Map<String, Prefecture> counties = new LinkedHashMap<>();
    private final Map<String, List<Prefecture>> stems = new LinkedHashMap<>();

    /// @param name empty for a province without prefectures between it and its counties
    record Prefecture(String province, String name) {}

    public Places() {
        String province = "";
        for (String line : words().lines().toList()) {
            if (line.startsWith("  ")) {
                prefecture(province, line.strip());
            } else if (!line.startsWith("#")) {
                province = line.strip();
                provinces.add(province);
                stem(province.replaceFirst("(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$", ""), new Prefecture(province, ""));
            }
        }
    }

    private void prefecture(String province, String line) {
        String[] parts = line.split(": ?", 2);
        String[] name = parts[0].split("/", 2);
        String whole = name.length == 2 ? name[0] + name[1] : name[0] + "市";
        Prefecture here = new Prefecture(province, parts[0].equals("-") ? "" : whole);
        if (!here.name().isEmpty()) {
            prefectures.put(whole, here);
            stem(name[0], here);
            if (name.length == 2 && name[1].endsWith("自治州")) {
                prefectures.put(name[0] + "州", here);
            }
        }
        for (String county : parts.length < 2 ? new String[0] : parts[1].split(" ")) {
            counties.put(county + "市", here);
        }
    }

    private void stem(String stem, Prefecture place) {
        stems.computeIfAbsent(stem, _ -> new ArrayList<>()).add(place);
    }

    /// The parts of a region that it names, and those it lies in; empty for words that are no region.
    Map<Fact.Field, String> of(String region) {
        Map<Fact.Field, String> parts = new EnumMap<>(Fact.Field.class);
        return !region.isEmpty() && read(region, parts) == region.length() ? parts : new EnumMap<>(Fact.Field.class);
    }

    /// The region that a name begins with: `长沙市` of `长沙市财政局`; empty if it begins with none.
    public String leading(String name) {
        return name.substring(0, read(name, new EnumMap<>(Fact.Field.class)));
    }

    /// Reads a region at the beginning of `words`.
    ///
    /// @param parts takes its parts
    /// @return where it ends
    private int read(String words, Map<Fact.Field, String> parts) {
        Matcher corps = CORPS.matcher(words);
        if (corps.lookingAt()) {
            parts.put(Fact.Field.PROVINCE, XINJIANG);
            return corps.end();
        }
        int at = take(words, 0, provinces, PROVINCE, Fact.Field.PROVINCE, parts);
        boolean isCounty = listed(words, at, counties.keySet()).isPresent();
        if (!isCounty) {
            at = take(words, at, prefectures.keySet(), CITY, Fact.Field.CITY, parts);
        }
        at = take(words, at, counties.keySet(), COUNTY, Fact.Field.COUNTY, parts);
        conclude(parts);
        return at;
    }

    private static int take(
            String words,
            int from,
            Collection<String> listed,
            Pattern shape,
            Fact.Field field,
            Map<Fact.Field, String> parts) {
        String name = listed(words, from, listed).orElseGet(() -> shaped(words, from, shape));
        if (!name.isEmpty()) {
            parts.put(field, name);
        }
        return from + name.length();
    }

    private static Optional<String> listed(String words, int from, Collection<String> names) {
        return names.stream().filter(it -> words.startsWith(it, from)).max(Comparator.comparingInt(String::length));
    }

    private static String shaped(String words, int from, Pattern shape) {
        Matcher matcher = shape.matcher(words);
        return matcher.region(from, words.length()).useTransparentBounds(true).lookingAt() ? matcher.group() : "";
    }

    /// What the names do not say themselves.
    private void conclude(Map<Fact.Field, String> parts) {
        Prefecture around = counties.get(parts.getOrDefault(Fact.Field.COUNTY, ""));
        Prefecture city = prefectures.get(parts.getOrDefault(Fact.Field.CITY, ""));
        if (city != null) {
            parts.put(Fact.Field.CITY, city.name());
            putAround(parts, city);
        } else if (around != null && !parts.containsKey(Fact.Field.CITY)) {
            putAround(parts, around);
        } else if (parts.size() == 1 && parts.containsKey(Fact.Field.COUNTY)) {
            putAround(parts, aroundZone(parts.getOrDefault(Fact.Field.COUNTY, "")));
        }
    }

    private static void putAround(Map<Fact.Field, String> parts, @Nullable Prefecture around) {
        if (around != null) {
            parts.putIfAbsent(Fact.Field.PROVINCE, around.province());
            if (!around.name().isEmpty()) {
                parts.putIfAbsent(Fact.Field.CITY, around.name());
            }
        }
    }

    /// Where a zone lies that begins with the name of its city: `长沙高新技术产业开发区`.
    private @Nullable Prefecture aroundZone(String zone) {
        if (!ZONE.matcher(zone).matches()) {
            return null;
        }
        for (Map.Entry<String, List<Prefecture>> stem : stems.entrySet()) {
            boolean isItsCity = zone.startsWith(stem.getKey())
                    && zone.length() > stem.getKey().length() + 2;
            if (isItsCity && stem.getValue().size() == 1) {
                return stem.getValue().getFirst();
            }
        }
        return null;
    }

    List<String> provinces() {
        return List.copyOf(provinces);
    }

    /// Prefectures by name; autonomous ones also by their short name.
    Map<String, Prefecture> prefectures() {
        return Map.copyOf(prefectures);
    }

    /// County-level cities.
    Map<String, Prefecture> countyCities() {
        return Map.copyOf(counties);
    }

    private static String words() {
        try (InputStream list = Places.class.getResourceAsStream("places.txt")) {
            if (list == null) {
                throw new IllegalStateException("The list places.txt is missing from the kernel's jar.");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The list places.txt can't be read.", unreadable);
        }
    }
}
