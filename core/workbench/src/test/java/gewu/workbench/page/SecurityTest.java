package gewu.workbench.page;

import static gewu.workbench.page.TrialBrowser.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Feed;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.workbench.Manifests;
import gewu.workbench.Shelf;
import gewu.workbench.people.Person;
import gewu.workbench.people.Trail;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What strangers, curious colleagues and hostile pages try, over HTTP, where people log in: each is refused, and each
/// refusal is written down.
final class SecurityTest {
    private static final String EVIL = "\"'><script>alert('x')</script><img src=x onerror=alert(1)>";
    private static final String MANIFEST = """
        <plugin id="trial" version="1.0.0" api="^1.0" title="&lt;script&gt;alert(7)&lt;/script&gt;" title-en="Trial">
          <extension point="command" id="show" class="t.Show" access="read" title="看" title-en="show">
            <argument name="WORDS" many="true" required="false" title="词" title-en="words"/>
            <option name="--csv" value="FILE" file="out" title="写成文件" title-en="write a file"/>
            <option name="--from" value="FILE" file="in" title="读文件" title-en="read a file"/>
            <option name="--watch" terminal="true" title="等" title-en="wait"/>
          </extension>
          <extension point="command" id="keep" class="t.Keep" access="write" standing="researcher" title="记" title-en="keep"/>
          <extension point="command" id="act" class="t.Act" access="read" standing="supervisor" title="办" title-en="act">
            <argument name="ACTION" required="false" writes="do 办理" title="做什么" title-en="action"/>
            <option name="--as" value="NAME" person="true" title="办理人" title-en="who"/>
          </extension>
          <extension point="command" id="bring" class="t.Bring" access="write" title="导" title-en="bring">
            <argument name="PATH" many="true" required="false" file="in" title="文件" title-en="files"/>
          </extension>
          <extension point="command" id="stdin" class="t.Stdin" access="read" title="读" title-en="read">
            <argument name="FILE" required="false" file="stdin" title="文件" title-en="file"/>
          </extension>
          <extension point="command" id="plugins" class="t.Plugins" access="none" readers="administrator" title="插件" title-en="plugins">
            <argument name="ACTION" required="false" title="做什么" title-en="action"/>
            <argument name="TARGET" required="false" file="in" file-after="install" title="哪个" title-en="which"/>
          </extension>
          <extension point="command" id="serve" class="t.Serve" access="write" terminal="true" title="服务" title-en="serve"/>
          <extension point="feed" id="days" class="t.Days" ending="ics" media="text/calendar" title="日程" title-en="Days"/>
          <extension point="view" id="evil" class="t.Evil" title="&lt;script&gt;alert(8)&lt;/script&gt;" title-en="Evil"/>
        </plugin>
        """;

    private final List<CommandCall> ran = new ArrayList<>();
    private final SteppingClock clock = new SteppingClock();

    @TempDir
    private Path folder;

    private TrialHouse house;

    @BeforeEach
    void open() throws Exception {
        Shelf shelf = new Shelf().with("r-1", EVIL, 2023, "一、" + EVIL + "\n绩效" + EVIL + "目标完成。");
        Manifests manifests = new Manifests(MANIFEST)
                .living("show", () -> (Command) (call, output) -> {
                    ran.add(call);
                    if (call.has("--csv")) {
                        String file = call.option("--csv").orElseThrow();
                        Files.writeString(Path.of(file), "单位,金额\n");
                        output.show(new Panel.Text("写入 " + file + "。"));
                        output.row(DataRow.of("written").with("file", file));
                    }
                    output.row(DataRow.of("shown")
                            .with("words", String.join(" ", call.arguments()))
                            .with("evil", EVIL));
                    output.show(new Panel.Text(Label.same(EVIL)));
                    return Command.Exit.DONE;
                })
                .living("keep", this::recorder)
                .living("act", this::recorder)
                .living("bring", this::recorder)
                .living("stdin", this::recorder)
                .living("plugins", this::recorder)
                .living("days", () -> (Feed) (_, _, out) -> out.write("到期".getBytes(StandardCharsets.UTF_8)))
                .living("evil", () -> (View) _ -> new Panel.Table(
                        Label.same(EVIL), List.of(Panel.Column.text(EVIL, EVIL)), List.of(Panel.Row.of(EVIL))));
        house = TrialHouse.withAccounts(
                folder, manifests, shelf, new Limits(20_000, 5_000, 50_000, 3, 50, 2, 60, 0.01), clock);
        house.people().accounts().add("小林", Person.Standing.RESEARCHER, TrialHouse.PASSWORD.toCharArray());
        house.people().accounts().add("老周", Person.Standing.SUPERVISOR, TrialHouse.PASSWORD.toCharArray());
    }

    private Command recorder() {
        return (call, output) -> {
            ran.add(call);
            return Command.Exit.DONE;
        };
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private TrialBrowser browser() {
        return new TrialBrowser(house.port());
    }

    private void assertRefusalIsWrittenDown(String target) {
        assertThat(house.people().trail().latest(50)).anySatisfy(it -> {
            assertThat(it.outcome()).isEqualTo(Trail.Outcome.REFUSED);
            assertThat(it.target()).isEqualTo(target);
            assertThat(it.reason()).isNotBlank();
        });
    }

    @Test
    void aStrangerIsAskedWhoHeIs() throws Exception {
        TrialBrowser stranger = browser();

        assertThat(stranger.get("/report/r-1?q=1").headers().firstValue("Location"))
                .contains("/login?to=%2Freport%2Fr-1%3Fq%3D1");
        assertThat(stranger.get("/reports", "Gewu-Part", "1").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/api/show").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/do/show").statusCode()).isEqualTo(401);
        assertThat(stranger.post("/do/keep", "").statusCode()).isEqualTo(401);
        assertThat(ran).isEmpty();
        assertRefusalIsWrittenDown("/do/keep");
        assertRefusalIsWrittenDown("/api/show");
    }

    @Test
    void nobodyListensToEventsWithoutASession() throws Exception {
        assertThat(browser().get("/events", "Accept", "text/event-stream").statusCode())
                .isEqualTo(401);
        assertRefusalIsWrittenDown("/events");
    }

    @Test
    void whoLogsInGoesWhereHeWantedAndGetsANewSession() throws Exception {
        TrialBrowser browser = browser();
        HttpResponse<String> answer = browser.tries("小林", TrialHouse.PASSWORD, "/reports?x=1");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/reports?x=1");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(
                        it -> it.startsWith("gewu-session=") && it.contains("HttpOnly") && it.contains("SameSite=Lax"));
        assertThat(browser.get("/reports").statusCode()).isEqualTo(200);
        assertThat(house.people().trail().latest(1).getFirst().what()).isEqualTo("login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example",
                "https://elsewhere.example/",
                "/\\elsewhere.example",
                "/x\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "/login?to=/login"
            })
    void afterLoginNobodyIsSentElsewhere(String to) throws Exception {
        HttpResponse<String> answer = browser().tries("小林", TrialHouse.PASSWORD, to);

        assertThat(answer.headers().firstValue("Location")).contains("/");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(it -> it.startsWith("a="));
    }

    @Test
    void aSessionThatSomebodyBroughtAlongNeverCounts() throws Exception {
        TrialBrowser browser = browser();
        HttpResponse<String> door = browser.get("/login", "Cookie", "gewu-session=chosen-by-an-attacker");

        assertThat(door.statusCode()).isEqualTo(200);
        browser.in("小林");
        assertThat(browser.session()).isNotEqualTo("chosen-by-an-attacker").hasSize(43);
        assertThat(browser()
                        .get("/reports", "Cookie", "gewu-session=chosen-by-an-attacker")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aStolenSessionEndsWithLogoutPasswordRoleAndDisabling() throws Exception {
        List<Runnable> ends = List.of(
                () -> house.people().accounts().changePassword("小林", "另一句很长的密码，八九十".toCharArray()),
                () -> house.people().accounts().changePassword("小林", TrialHouse.PASSWORD.toCharArray()),
                () -> house.people().accounts().changeStanding("小林", Person.Standing.RESEARCHER),
                () -> {
                    house.people().accounts().disable("小林");
                    house.people().accounts().enable("小林");
                });
        for (Runnable end : ends) {
            house.people().accounts().changePassword("小林", TrialHouse.PASSWORD.toCharArray());
            String stolen = browser().in("小林").session();
            assertThat(with(stolen)).isEqualTo(200);
            end.run();
            assertThat(with(stolen)).isEqualTo(302);
        }
        TrialBrowser browser = browser();
        house.people().accounts().changePassword("小林", TrialHouse.PASSWORD.toCharArray());
        String stolen = browser.in("小林").session();
        assertThat(browser.send("/logout", "").statusCode()).isEqualTo(303);
        assertThat(with(stolen)).isEqualTo(302);
    }

    private int with(String session) throws Exception {
        return browser().get("/reports", "Cookie", "gewu-session=" + session).statusCode();
    }

    @Test
    void aSessionEndsWhenNobodyUsesItAndAfterAWeek() throws Exception {
        String idle = browser().in("小林").session();
        clock.step(Duration.ofHours(13));
        assertThat(with(idle)).isEqualTo(302);

        String old = browser().in("小林").session();
        for (int hours = 0; hours < 7 * 24; hours += 8) {
            assertThat(with(old)).isEqualTo(200);
            clock.step(Duration.ofHours(8));
        }
        clock.step(Duration.ofMinutes(1));
        assertThat(with(old)).isEqualTo(302);
    }

    @Test
    void guessingPasswordsBecomesSlowAndTellsWhenToTryAgain() throws Exception {
        TrialBrowser guesser = browser();
        int last = 0;
        for (int i = 0; i < 12 && last != 429; i++) {
            last = guesser.tries("小林", "wrong-" + i, "/").statusCode();
        }
        assertThat(last).isEqualTo(429);
        assertThat(guesser.tries("小林", TrialHouse.PASSWORD, "/").body()).containsPattern("请在 \\d+ 秒后再试");
        assertRefusalIsWrittenDown("小林");
        assertRefusalIsWrittenDown("/login");
        assertThat(house.people().trail().latest(100))
                .noneMatch(it -> it.toString().contains("wrong-"));
    }

    @Test
    void aTokenThatIsGuessedOrRevokedOpensNothing() throws Exception {
        TrialBrowser program = browser();
        assertThat(program.get("/api/show", "Authorization", "Bearer gewu_guessed")
                        .statusCode())
                .isEqualTo(401);
        assertRefusalIsWrittenDown("/api/show");

        String token = house.people().tokens().make("小林", "试");
        assertThat(program.get("/api/show?argument=a", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
        house.people()
                .tokens()
                .revoke(house.people().tokens().of("小林").getFirst().id());
        assertThat(program.get("/api/show", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aDisabledPersonsTokenOpensNothing() throws Exception {
        String token = house.people().tokens().make("小林", "试");
        house.people().accounts().disable("小林");

        assertThat(browser()
                        .get("/api/show", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aForeignPageCanPostNothing() throws Exception {
        TrialBrowser browser = browser().in("小林");
        TrialBrowser other = browser().in("老周");

        assertThat(browser.post("/do/keep", "").statusCode()).as("no token").isEqualTo(403);
        assertThat(browser.post("/do/keep", "_token=" + other.token()).statusCode())
                .as("another's token")
                .isEqualTo(403);
        for (String[] header : new String[][] {
            {"Origin", "https://elsewhere.example"},
            {"Origin", "null"},
            {"Origin", "http://127.0.0.1:1"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"}
        }) {
            assertThat(browser.post("/do/keep", "", "Gewu-Token", browser.token(), header[0], header[1])
                            .statusCode())
                    .as(header[0] + " " + header[1])
                    .isEqualTo(403);
        }
        assertThat(ran).isEmpty();
        assertRefusalIsWrittenDown("/do/keep");
        assertThat(browser.post(
                                "/do/keep",
                                "",
                                "Gewu-Token",
                                browser.token(),
                                "Origin",
                                "http://127.0.0.1:" + house.port(),
                                "Sec-Fetch-Site",
                                "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void noLinkChangesAnything() throws Exception {
        TrialBrowser browser = browser().in("王主任");

        assertThat(browser.get("/do/keep").statusCode()).isEqualTo(405);
        assertThat(browser.get("/api/act?argument=do").statusCode()).isEqualTo(405);
        assertThat(browser.get("/do/plugins?argument=disable&argument=trial").statusCode())
                .isEqualTo(405);
        assertThat(ran).isEmpty();
        assertRefusalIsWrittenDown("/do/keep");
    }

    @Test
    void aResearcherCanDoWhatResearchersDoAndNoMore() throws Exception {
        TrialBrowser researcher = browser().in("小林");

        assertThat(researcher.send("/do/keep", "").statusCode()).isEqualTo(200);
        ran.clear();
        for (String form : List.of(
                "argument=do",
                "argument=DO",
                "argument=" + encoded("ｄｏ"),
                "argument=" + encoded("办理"),
                "argument=do+")) {
            assertThat(researcher.send("/do/act", form).statusCode()).as(form).isEqualTo(403);
            assertThat(researcher.send("/api/act", form).statusCode()).as(form).isEqualTo(403);
        }
        for (String path : List.of(
                "/do/bring",
                "/api/bring",
                "/do/plugins",
                "/api/plugins",
                "/do/serve",
                "/api/serve",
                "/people",
                "/import")) {
            assertThat(researcher.send(path, "").statusCode()).as(path).isEqualTo(403);
            assertRefusalIsWrittenDown(path);
        }
        assertThat(researcher.get("/people").statusCode()).isEqualTo(403);
        assertThat(researcher.get("/trail").statusCode()).isEqualTo(403);
        assertThat(ran).isEmpty();
    }

    @Test
    void whoActsDoesSoUnderHisOwnName() throws Exception {
        TrialBrowser supervisor = browser().in("老周");

        assertThat(supervisor.send("/do/act", "argument=do").statusCode()).isEqualTo(200);
        assertThat(ran.getLast().options()).isEqualTo(Map.of("--as", List.of("老周")));
        assertThat(supervisor
                        .send("/do/act", "argument=do&--as=" + encoded("王主任"))
                        .statusCode())
                .isEqualTo(403);
        assertRefusalIsWrittenDown("/do/act");
        assertThat(supervisor.send("/do/bring", "").statusCode()).isEqualTo(403);
        assertThat(house.people().trail().latest(20))
                .anyMatch(it -> it.who().equals("老周") && it.what().equals("act") && it.outcome() == Trail.Outcome.DONE);
    }

    @Test
    void noWordsNameAFileOfTheServer() throws Exception {
        TrialBrowser boss = browser().in("王主任");
        Path secret = Files.writeString(folder.resolve("secret.txt"), "机密");
        List<String[]> tries = List.of(
                new String[] {"/do/bring", "argument=" + encoded(secret.toString())},
                new String[] {"/do/show", "--from=" + encoded(secret.toString())},
                new String[] {"/do/stdin", ""},
                new String[] {"/do/stdin", "argument=-"},
                new String[] {"/do/stdin", "argument=" + encoded(secret.toString())},
                new String[] {"/do/plugins", "argument=install&argument=" + encoded(secret.toString())},
                new String[] {
                    "/do/show", "--csv=" + encoded(folder.resolve("x.csv").toString())
                },
                new String[] {"/do/show", "--csv=" + encoded("../x.csv")},
                new String[] {"/do/show", "--csv=" + encoded("..\\x.csv")},
                new String[] {"/do/show", "--csv=.hidden"},
                new String[] {"/do/show", "--csv=" + encoded("a\u0000.csv")},
                new String[] {"/do/show", "--watch=yes"});
        for (String[] each : tries) {
            assertThat(boss.send(each[0], each[1]).statusCode())
                    .as(each[0] + " " + each[1])
                    .isEqualTo(403);
        }
        assertThat(boss.send("/do/show", "--csv%3D" + encoded(folder + "/x.csv") + "=y")
                        .statusCode())
                .as("an option that hides a value in its name")
                .isEqualTo(400);
        assertThat(boss.send("/do/show", "--workspace=" + encoded("/")).statusCode())
                .isEqualTo(400);
        assertThat(ran).isEmpty();
        assertThat(folder.resolve("x.csv")).doesNotExist();
        assertRefusalIsWrittenDown("/do/bring");
    }

    @Test
    void whatACommandWritesIsFetchedOnceByWhoCalledIt() throws Exception {
        TrialBrowser researcher = browser().in("小林");
        String page = researcher.send("/do/show", "--csv=" + encoded("清单.csv")).body();
        Matcher link = Pattern.compile("href=\"(/fetch/[^\"]+)\" download").matcher(page);
        assertThat(link.find()).as(page).isTrue();
        assertThat(page).contains("写入 清单.csv。").doesNotContain("gewu-written");

        assertThat(browser().in("老周").get(link.group(1)).statusCode()).isEqualTo(404);
        HttpResponse<String> file = researcher.get(link.group(1));
        assertThat(file.body()).isEqualTo("单位,金额\n");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", ".csv");
        assertThat(researcher.get(link.group(1)).statusCode()).isEqualTo(404);
    }

    @Test
    void theApiWritesTheLinesOfTheCommandLine() throws Exception {
        TrialBrowser researcher = browser().in("小林");
        HttpResponse<String> answer = researcher.get("/api/show?argument=" + encoded("三公 经费") + "&--csv=a.csv");

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/jsonl");
        assertThat(answer.headers().firstValue("Gewu-Exit")).contains("0");
        List<String> lines = new ArrayList<>(answer.body().lines().toList());
        assertThat(lines).hasSize(3);
        assertThat(lines.removeFirst()).isEqualTo("{\"type\":\"written\",\"file\":\"a.csv\"}");
        assertThat(lines.getFirst()).startsWith("{\"type\":\"shown\",\"words\":\"三公 经费\"");
        assertThat(lines.getLast())
                .startsWith("{\"type\":\"file\",\"name\":\"a.csv\"")
                .contains("/fetch/");
        HttpResponse<String> wrong = researcher.get("/api/show?--nonsense=1");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).startsWith("{\"type\":\"fault\",\"message\":");
        assertThat(researcher.get("/api/absent").statusCode()).isEqualTo(404);
    }

    @Test
    void theApiIsDescribedFromManifestsAlone() throws Exception {
        String described = browser().in("小林").get("/api/openapi.json").body();

        assertThat(described)
                .startsWith("{\"openapi\":\"3.1.0\",\"info\":{")
                .contains("\"/api/show\":{\"get\":{\"operationId\":\"show\"", "\"name\":\"--csv\",\"in\":\"query\"")
                .contains("to write, a supervisor.", "\"securitySchemes\":{\"token\":{")
                .doesNotContain("/api/serve", "--watch");
        assertThat(ran).isEmpty();
    }

    @Test
    void aCalendarSubscribesWithATokenInTheAddressAndGetsNothingElseWithIt() throws Exception {
        String token = house.people().tokens().make("小林", "日历");
        TrialBrowser calendar = browser();

        assertThat(calendar.get("/feed/days.ics?token=" + token).body()).isEqualTo("到期");
        assertThat(calendar.get("/feed/days.ics").statusCode()).isEqualTo(302);
        assertThat(calendar.get("/feed/days.ics?token=gewu_guessed").statusCode())
                .isEqualTo(401);
        assertThat(calendar.get("/reports?token=" + token).statusCode()).isEqualTo(302);
        assertThat(calendar.get("/api/show?token=" + token).statusCode()).isEqualTo(401);
    }

    @Test
    void whoAsksVeryOftenHasToWait() throws Exception {
        TrialBrowser researcher = browser().in("小林");

        for (int i = 0; i < 60; i++) {
            assertThat(researcher.send("/do/keep", "").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = researcher.send("/do/keep", "");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("请过一分钟再试");
        assertThat(browser().in("老周").send("/do/keep", "").statusCode())
                .as("somebody else need not wait")
                .isEqualTo(200);
        assertRefusalIsWrittenDown("/do/keep");
    }

    @Test
    void aPersonHasOnlySoManyStreamsOfEvents() throws Exception {
        TrialBrowser researcher = browser().in("小林");
        InputStream first = researcher.stream("/events");
        try (InputStream second = researcher.stream("/events")) {
            assertThat(second.read()).isPositive();

            assertThat(researcher.get("/events", "Accept", "text/event-stream").statusCode())
                    .isEqualTo(429);
            assertRefusalIsWrittenDown("/events");
            first.close();
        }
    }

    @Test
    void whatTheWebServerTurnsAwayByItselfIsWrittenDownToo() throws Exception {
        assertThat(browser().raw("GET /login HTTP/1.1\r\nHost: elsewhere.example"))
                .startsWith("HTTP/1.1 421");
        assertRefusalIsWrittenDown("/login");
        assertThat(browser()
                        .raw("GET /feed/days.ics?token=gewu_secret HTTP/1.1\r\nHost: 127.0.0.1\r\nLong: "
                                + "x".repeat(100_000)))
                .matches("(?s)HTTP/1.1 4\\d\\d .*");
        // Written after the answer was given.
        for (int i = 0; i < 100 && house.people().trail().latest(20).size() < 2; i++) {
            Thread.sleep(50);
        }
        assertThat(house.people().trail().latest(20))
                .anyMatch(it -> it.reason().matches("answered with 4(14|31)"))
                .noneMatch(it -> it.toString().contains("gewu_secret"));
    }

    @Test
    void tooMuchIsNotTaken() throws Exception {
        TrialBrowser boss = browser().in("王主任");

        assertThat(boss.send("/do/keep", "a=" + "x".repeat(30_000)).statusCode())
                .isEqualTo(413);
        assertThat(boss.send("/do/keep", "a=1&".repeat(60)).statusCode()).isEqualTo(413);
        assertThat(upload(boss, List.of("x".repeat(9_000))).statusCode()).isEqualTo(413);
        assertThat(upload(boss, List.of("x".repeat(4_000), "y", "z", "w")).statusCode())
                .isEqualTo(413);
        assertThat(upload(boss, List.of("x".repeat(60_000))).statusCode()).isEqualTo(413);
        assertThat(ran).isEmpty();
        assertRefusalIsWrittenDown("/do/bring");
        assertThat(upload(boss, List.of("绩效")).statusCode()).isEqualTo(200);
        Path came = Path.of(ran.getLast().arguments().getFirst());
        assertThat(came.getFileName().toString()).doesNotContain("/", "..");
        assertThat(came).as("gone when the answer was given").doesNotExist();
    }

    private HttpResponse<String> upload(TrialBrowser browser, List<String> files) throws Exception {
        StringBuilder body = new StringBuilder();
        for (String file : files) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"argument\"; filename=\"../../etc/报告.txt\"\r\n")
                    .append("Content-Type: text/plain\r\n\r\n")
                    .append(file)
                    .append("\r\n");
        }
        return browser.send(browser.request("/do/bring")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Gewu-Token", browser.token())
                .POST(HttpRequest.BodyPublishers.ofString(body + "--b--\r\n")));
    }

    @Test
    void nothingOfAReportOrAPluginIsMarkup() throws Exception {
        TrialBrowser researcher = browser().in("小林");
        for (String path : List.of(
                "/reports",
                "/report/r-1",
                "/search?q=" + encoded("绩效"),
                "/search?q=" + encoded(EVIL),
                "/view/evil",
                "/view/" + encoded(EVIL),
                "/do/show?argument=" + encoded(EVIL),
                "/" + encoded(EVIL),
                "/login?to=" + encoded(EVIL))) {
            HttpResponse<String> page = researcher.get(path);
            assertThat(page.body()).as(path).doesNotContain("<script>alert", "<img src=x");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        HttpResponse<String> json = researcher.get("/api/show?argument=" + encoded(EVIL));
        assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("application/jsonl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lib/../META-INF/plugin.xml",
                "/lib/x/..%2f..%2fMETA-INF%2fplugin.xml",
                "/lib/x/%2e%2e/%2e%2e/META-INF/plugin.xml",
                "/lib/x/..%5c..%5cplugin.xml",
                "/lib/x/style.css%00.svg",
                "/fetch/..%2f..%2fetc%2fpasswd",
                "/feed/..%2f..%2fetc%2fpasswd",
                "/report/..%2f..%2fetc%2fpasswd",
                "/%zz"
            })
    void noPathLeadsOutOfTheHouse(String path) throws Exception {
        String session = browser().in("小林").session();
        String answer =
                browser().raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: gewu-session=" + session);

        assertThat(answer).matches("(?s)HTTP/1.1 (400|404).*").doesNotContain("<plugin id=", "root:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere.example", "127.0.0.1.elsewhere.example", "127.0.0.1@elsewhere.example", ""})
    void onLoopbackOtherNamesAreNotAnsweredTo(String host) throws Exception {
        assertThat(browser().raw("GET /login HTTP/1.1\r\nHost: " + host)).matches("(?s)HTTP/1.1 (400|421).*");
    }

    @Test
    void anAdministratorAddsPeopleInTheBrowserAndNothingSecretIsKept() throws Exception {
        TrialBrowser boss = browser().in("王主任");
        String password = "春江潮水连海平，海上";

        assertThat(boss.send(
                                "/people",
                                "do=add&name=" + encoded("小陈") + "&role=RESEARCHER&password=" + encoded(password))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser().tries("小陈", password, "/").statusCode()).isEqualTo(303);
        assertThat(house.people().trail().latest(100))
                .noneMatch(it -> it.toString().contains(password));
        String kept = house.store()
                .first("SELECT password FROM workbench_account WHERE name = ?", row -> row.text("password"), "小陈")
                .orElseThrow();
        assertThat(kept).startsWith("pbkdf2-sha256$").doesNotContain(password);
        assertThat(boss.send("/people", "do=disable&name=" + encoded("王主任")).body())
                .contains("last administrator");
    }

    /// A clock that goes on when it is told to.
    private static final class SteppingClock extends Clock {
        private Instant now = Instant.parse("2026-05-01T00:00:00Z");

        void step(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
