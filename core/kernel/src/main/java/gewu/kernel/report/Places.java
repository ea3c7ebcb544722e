package gewu.kernel.report;

import gewu.api.report.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parts a region into province, city and county: `湖南省长沙市岳麓区`. Provinces and cities of prefectures are listed,
/// counties are known by their last character. Immutable; all threads may share it.
final class Places {
    private static final String MUNICIPALITIES = "北京市|天津市|上海市|重庆市";
    private static final Pattern PARTS =
            Pattern.compile("(?<province>" + MUNICIPALITIES + "|[\\u4e00-\\u9fff]{2,6}?(?:省|自治区))?"
                    + "(?<city>[\\u4e00-\\u9fff]{2,10}?(?:自治州|地区|盟|市|州(?!市|区|县)))?"
                    + "(?<county>[\\u4e00-\\u9fff]{1,10}?(?:自治县|自治旗|县|旗|区|市))?");

    private final Map<String, String> provinceOfCity = new LinkedHashMap<>();

    Places() {
        for (String line : words().lines().toList()) {
            String[] names = line.split(" ");
            for (int i = 1; i < names.length; i++) {
                provinceOfCity.put(names[i] + "市", names[0]);
            }
        }
    }

    /// The parts of a region that it names, and the province its city lies in; empty for words that are no region.
    Map<Fact.Field, String> of(String region) {
        Map<Fact.Field, String> parts = new EnumMap<>(Fact.Field.class);
        Matcher matcher = PARTS.matcher(region);
        if (region.isEmpty() || !matcher.matches()) {
            return parts;
        }
        put(parts, Fact.Field.PROVINCE, matcher.group("province"));
        put(parts, Fact.Field.CITY, matcher.group("city"));
        put(parts, Fact.Field.COUNTY, matcher.group("county"));
        String province = provinceOfCity.get(parts.getOrDefault(Fact.Field.CITY, ""));
        if (province != null) {
            parts.putIfAbsent(Fact.Field.PROVINCE, province);
        }
        return parts;
    }

    private static void put(
            Map<Fact.Field, String> parts, Fact.Field field, @org.jspecify.annotations.Nullable String name) {
        if (name != null) {
            parts.put(field, name);
        }
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
