package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.intake.Brought;
import gewu.api.job.Job;
import gewu.api.job.Jobs;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginFault;
import gewu.api.report.Anchor;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.workbench.Command;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.workbench.people.AccountPanels;
import gewu.workbench.people.Pace;
import gewu.workbench.people.People;
import gewu.workbench.people.Trail;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The pages of the workbench: which address shows what. Pages only read; what changes something is posted. Safe for
/// all
/// threads.
final class Site {
    private static final Logger LOG = Logger.getLogger(Site.class.getName());
    /// The status where a command did not do all that was asked; its words tell why.
    private static final int NOT_DONE = 409;
    /// Views that have a page of their own in the navigation.
    private static final Set<String> HIDDEN_VIEWS = Set.of("search");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private static final Pattern REPORT_ID = Pattern.compile("\\S+");
    private static final int MOST_TITLES = 12;
    private static final int MOST_YEAR = 9_999;
    private static final int USUAL_OF_TRAIL = 200;
    private static final int MOST_REFUSALS_AT_ONCE = 500;
    private static final int MOST_OF_TRAIL = 5_000;
    private static final Pattern PICTURE = Pattern.compile("(?<report>[^/]+)/(?<number>\\d{1,5})\\.(?<kind>png|json)");

    private final Pace strangers = new Pace(Clock.systemUTC(), MOST_REFUSALS_AT_ONCE, 1);
    private final Map<String, Desk> places = new LinkedHashMap<>();
    private final Map<String, Desk> placesBelow = new LinkedHashMap<>();
    private final Extensions extensions;
    private final Reports reports;
    private final Jobs jobs;
    private final SearchDesk searchDesk;
    private final StartDesk startDesk;
    private final Offers offers;
    private final PageDesk pageDesk;
    private final ReadingDesk readingDesk;
    private final CitationDesk citationDesk;
    private final SuggestionDesk suggestionDesk;
    private final ExportDesk exportDesk;
    private final PanelDesk panelDesk;
    private final NamedReports namedReports;
    private final FeedDesk feedDesk;
    private final CommandDesk commandDesk;
    private final ShellDesk shellDesk;
    private final ImportDesk importDesk;
    private final WelcomeDesk welcomeDesk;
    private final HelpDesk helpDesk;
    private final PreferenceDesk preferenceDesk;
    private final CallDesk callDesk;
    private final SignedForms signedForms;
    private final PageWords pageWords;
    private final Templates templates = new Templates();
    private final Library library = new Library();
    private final People people;
    private final FetchDesk fetchDesk = new FetchDesk(Clock.systemUTC());
    private final DoorDesk doorDesk;
    private final ApiDesk apiDesk;

    /// @param people who may come in, and the trail of what was refused
    Site(Rooms rooms, Rights rights, People people) {
        this.extensions = rooms.extensions();
        this.reports = rooms.reports();
        this.jobs = rooms.jobs();
        this.searchDesk = new SearchDesk(rooms.search(), reports, extensions);
        this.startDesk = new StartDesk(extensions, new Settings(rooms.store()));
        this.offers = new Offers(extensions);
        this.pageDesk = new PageDesk(rooms);
        this.readingDesk = new ReadingDesk(rooms, pageDesk);
        this.citationDesk = new CitationDesk(reports);
        this.suggestionDesk = new SuggestionDesk(rooms.search());
        this.exportDesk = new ExportDesk(rooms.search(), reports, extensions, jobs);
        this.namedReports = new NamedReports(reports);
        this.panelDesk = new PanelDesk(extensions, exportDesk, namedReports);
        this.feedDesk = new FeedDesk(extensions);
        this.commandDesk = new CommandDesk(extensions, rights, rooms.wording(), people.trail());
        Settings settings = new Settings(rooms.store());
        this.shellDesk = new ShellDesk(extensions, settings);
        this.importDesk = rooms.imports();
        this.welcomeDesk = new WelcomeDesk(reports, extensions);
        this.helpDesk = new HelpDesk(extensions, rooms.search());
        this.preferenceDesk = new PreferenceDesk(extensions, settings);
        this.callDesk = new CallDesk(extensions);
        this.signedForms = new SignedForms(extensions);
        this.pageWords = new PageWords(rooms.wording());
        this.people = people;
        this.doorDesk = new DoorDesk(people, rooms.wording());
        this.apiDesk = new ApiDesk(extensions, commandDesk, fetchDesk, rooms.wording());
        lay();
    }

    /// Which address shows what.
    private void lay() {
        places.put("/", this::welcome);
        places.put("/reports", this::home);
        places.put("/search", this::search);
        places.put("/suggest", ask -> Reply.json(suggestionDesk.answer(ask)));
        places.put("/walk", this::walk);
        places.put("/export", ask -> exportDesk.export(Question.of(ask), ask.parameter("format")));
        places.put("/plugins", ask -> new Reply.Elsewhere(Link.view("plugins")));
        places.put("/import", this::bringIn);
        places.put("/preferences", this::preferences);
        places.put("/help", ask -> help(ask, ""));
        places.put("/jobs", this::jobs);
        places.put("/shell.json", shellDesk::describe);
        places.put("/shell/keep", shellDesk::keep);
        places.put("/login", this::login);
        places.put("/logout", doorDesk::logout);
        places.put("/account", this::account);
        places.put("/people", this::people);
        places.put("/trail", this::trail);
        placesBelow.put("/api/", ask -> apiDesk.answer(ask.behind("/api/"), ask));
        placesBelow.put("/fetch/", this::fetch);
        placesBelow.put("/report/", ask -> report(ask, ask.behind("/report/")));
        placesBelow.put("/page/", this::picture);
        placesBelow.put("/cite/", ask -> cite(ask, ask.behind("/cite/")));
        placesBelow.put("/passage/", ask -> passage(ask, ask.behind("/passage/")));
        placesBelow.put("/view/", ask -> view(ask, ask.behind("/view/")));
        placesBelow.put("/rows/", ask -> panelDesk.rows(ask, ask.behind("/rows/")));
        placesBelow.put("/choices/", ask -> panelDesk.choices(ask, ask.behind("/choices/")));
        placesBelow.put("/export/", ask -> panelDesk.export(ask, ask.behind("/export/")));
        placesBelow.put("/frame/", ask -> panelDesk.frame(ask, ask.behind("/frame/")));
        placesBelow.put("/feed/", ask -> feedDesk.fetch(ask.behind("/feed/"), ask));
        placesBelow.put("/help/", ask -> help(ask, ask.behind("/help/")));
        placesBelow.put("/call/", ask -> call(ask, ask.behind("/call/")));
        placesBelow.put("/do/", ask -> command(ask, ask.behind("/do/")));
        placesBelow.put("/lib/", this::file);
    }

    /// Answers whatever is asked; what goes wrong becomes a page that says what to do.
    Reply answer(Ask ask) {
        try {
            return pageFor(ask);
        } catch (Refused refused) {
            return refuse(ask, refused);
        } catch (WorkbenchException refused) {
            int status = refused.kind() == WorkbenchException.Kind.USAGE ? 400 : 404;
            return trouble(
                    ask,
                    status,
                    pageWords.message(String.valueOf(refused.getMessage()), ask.language()),
                    pageWords.remedy(refused.remedy(), ask.language()));
        } catch (PluginFault fault) {
            LOG.log(Level.WARNING, fault.getMessage(), fault);
            return trouble(
                    ask,
                    500,
                    String.valueOf(fault.getMessage()),
                    new Label("其他部分不受影响；插件页说明原因。", "Everything else goes on; the page of plugins tells more.")
                            .in(ask.language()));
        } catch (RuntimeException | LinkageError | StackOverflowError unexpected) {
            LOG.log(Level.SEVERE, ask.path(), unexpected);
            return trouble(
                    ask,
                    500,
                    new Label("这一页出现意外错误。", "Something unexpected happened on this page.").in(ask.language()),
                    new Label("详情见工作区的 state/gewu.log。", "The details are in state/gewu.log of the workspace.")
                            .in(ask.language()));
        }
    }

    /// Tells somebody why not, and writes it down.
    Reply refuse(Ask ask, Refused refused) {
        write(
                ask.person().name(),
                ask.visit().address(),
                ask.isPost() ? "POST" : "GET",
                ask.path(),
                refused.words().en());
        if (ask.path().startsWith("/api/")) {
            return ApiDesk.fault(
                    refused.status(),
                    refused.words().in(ask.language()),
                    refused.remedy().in(ask.language()));
        }
        return trouble(
                ask,
                refused.status(),
                refused.words().in(ask.language()),
                refused.remedy().in(ask.language()));
    }

    /// Writes down whom the web server has turned away before it came to a page.
    void turnedAway(String address, String method, String target, int status) {
        write("", address, method, target, "answered with " + status);
    }

    /// A stranger who is turned away again and again does not push everything else out of the trail.
    private void write(String who, String address, String method, String target, String reason) {
        if (!who.isEmpty() || strangers.takes(address)) {
            people.trail().write(who, address, method, target, Trail.Outcome.REFUSED, reason);
        }
    }

    private Reply login(Ask ask) {
        return doorDesk.login(
                ask,
                refusal -> Reply.page(
                        refusal.isEmpty() ? 200 : 401,
                        templates.draw(
                                "login",
                                page(ask, new Label("登录", "Log in"), "", ""),
                                Map.of("to", DoorDesk.inside(ask.parameter("to")), "refusal", refusal))));
    }

    private Reply account(Ask ask) {
        return doorDesk.account(
                ask,
                (made, words) -> Reply.page(
                        200,
                        templates.draw(
                                "account",
                                page(ask, new Label("我的账号", "My account"), "account", ""),
                                Map.of(
                                        "tokens",
                                        people.tokens().of(ask.person().name()),
                                        "made",
                                        made,
                                        "words",
                                        words,
                                        "hasAccounts",
                                        people.hasAccounts(),
                                        "feeds",
                                        feedDesk.names()))));
    }

    private Reply people(Ask ask) {
        return doorDesk.people(
                ask,
                words -> Reply.page(
                        200,
                        templates.draw(
                                "people",
                                page(ask, new Label("人员", "People"), "people", ""),
                                Map.of("accounts", people.accounts().all(), "words", words))));
    }

    private Reply trail(Ask ask) {
        doorDesk.needAdministrator(ask);
        int most = ask.number("limit", MOST_OF_TRAIL);
        Panel panel = AccountPanels.trail(people.trail().latest(most == 0 ? USUAL_OF_TRAIL : most));
        return panelPage(page(ask, new Label("操作记录", "Trail"), "", ""), new ViewPage("/trail", panel));
    }

    /// A file that a command wrote for this person, once.
    private Reply fetch(Ask ask) {
        return fetchDesk
                .fetch(ask.behind("/fetch/"), ask.person())
                .orElseThrow(() -> new Refused(
                        404,
                        new Label("这个文件已经取走，或已过期。", "This file was fetched already, or waited too long."),
                        new Label("请重新执行一次。", "Do it once more.")));
    }

    private Reply pageFor(Ask ask) {
        Desk desk = places.get(ask.path());
        if (desk != null) {
            return desk.answer(ask);
        }
        return placesBelow.entrySet().stream()
                .filter(it -> ask.path().startsWith(it.getKey()))
                .findFirst()
                .map(it -> it.getValue().answer(ask))
                .orElseGet(() -> notThere(ask));
    }

    /// A script, a style or a picture; one of an edition before is answered with the one of now.
    private Reply file(Ask ask) {
        String name = ask.behind("/lib/").replaceFirst("^[^/]*/", "");
        return library.file(name).orElseGet(() -> notThere(ask));
    }

    private Reply walk(Ask ask) {
        return new Reply.Elsewhere(searchDesk.neighbour(
                Question.of(ask),
                ask.parameter("report"),
                ask.number("n", Integer.MAX_VALUE),
                ask.parameter("to").equals("before")));
    }

    /// Runs a command that a form has filled in, and shows its answer.
    private Reply command(Ask ask, String id) {
        Label name = extensions.find(Command.class, id).map(Extension::title).orElse(Label.same(id));
        CommandDesk.Answer answer = commandDesk.run(id, ask);
        Page page = page(ask, name, "", "");
        ViewPage view = new ViewPage("/do/" + id, namedReports.of(pageWords.of(signedForms.of(answer.panel(), ask))));
        List<Written> files = fetchDesk.keep(answer.files(), ask.person());
        String html = files.isEmpty()
                ? templates.draw("view", page, Map.of("view", view))
                : templates.draw("written", page, Map.of("view", view, "files", files));
        return new Reply.Text(
                answer.isDone() ? 200 : NOT_DONE,
                "text/html; charset=utf-8",
                html,
                answer.isChange() ? Map.of("Gewu-Changed", "1") : Map.of());
    }

    private Reply home(Ask ask) {
        Page page = page(ask, new Label("全部报告", "All reports"), "reports", "");
        int year = ask.number("year", MOST_YEAR);
        ReportFilter filter = new ReportFilter(ask.parameter("org"), year, year, Optional.empty());
        long total = reports.count(filter).reports();
        long from = Math.min(ask.number("from", Integer.MAX_VALUE), ReportsPage.startOfLast(total));
        List<ReportLine> lines = reports.list(filter, from, ReportsPage.LINES).stream()
                .map(report -> line(report, page))
                .toList();
        ReportsPage list = new ReportsPage(lines, filter, from, total);
        return Reply.page(
                200, templates.draw("home", page, Map.of("reports", list, "offers", offers.ofSeveral("reports"))));
    }

    private static ReportLine line(ReportSummary report, Page page) {
        return new ReportLine(
                report.id(),
                Link.report(report.id(), 0, ""),
                report.facts().title().isBlank()
                        ? report.file()
                        : report.facts().title(),
                report.facts().org(),
                report.facts().year() == 0 ? "" : String.valueOf(report.facts().year()),
                page.say(report.facts().kind().label()),
                String.valueOf(report.pages()),
                String.valueOf(report.paragraphs()),
                DAY.format(report.importedAt()));
    }

    private Reply search(Ask ask) {
        String words = ask.parameter("q");
        if (words.isEmpty()) {
            Page start = page(ask, new Label("检索", "Search"), "search", "");
            return Reply.page(200, templates.draw("start", start, Map.of("start", startDesk.answer(ask))));
        }
        Page page = page(ask, new Label(words + " · 检索", words + " · search"), "search", words);
        return Reply.page(200, templates.draw("search", page, Map.of("answer", searchDesk.answer(ask))));
    }

    private Reply report(Ask ask, String id) {
        Report report = known(ask, id);
        Question question = Question.of(ask);
        if (!ask.parameter("at").isEmpty()) {
            String place = Link.with(Link.report(id, 0, ""), question.parameters(), "light", ask.parameter("light"));
            return new Reply.Elsewhere(place + "#p" + ReadingDesk.paragraphAt(report, ask.parameter("at")));
        }
        Page page = page(ask, Label.same(report.facts().title()), "reports", question.words());
        return Reply.page(
                200, templates.draw("report", page, Map.of("report", readingDesk.open(report, question, ask, page))));
    }

    /// The picture of a page, or where on it something is marked: `/page/ID/3.png`, `/page/ID/3.json`.
    private Reply picture(Ask ask) {
        Matcher page = PICTURE.matcher(ask.behind("/page/"));
        if (!page.matches()) {
            return notThere(ask);
        }
        int number = Integer.parseInt(page.group("number"));
        if (page.group("kind").equals("png")) {
            return pageDesk.picture(page.group("report"), number).orElseGet(() -> notThere(ask));
        }
        Report report = known(ask, page.group("report"));
        return pageDesk.boxes(report.id(), number, readingDesk.found(report, Question.of(ask)), ask.parameter("light"))
                .orElseGet(() -> notThere(ask));
    }

    private Report known(Ask ask, String id) {
        return reports.find(id)
                .orElseThrow(() -> new WorkbenchException(
                        new Label("没有编号为“" + id + "”的报告。", "There is no report “" + id + "”.").in(ask.language()),
                        new Label("从报告列表里选一份。", "Choose one from the list of reports.").in(ask.language())));
    }

    /// Opens the report at the passage of an anchor, wherever it stands now.
    private Reply passage(Ask ask, String written) {
        Anchor anchor = Anchor.read(written)
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        new Label("“" + written + "”不是定位码。", "“" + written + "” is no anchor.").in(ask.language()),
                        new Label(
                                        "定位码是引文末尾〔〕里的一串，请完整复制。",
                                        "An anchor is what stands in 〔〕 at the end of a citation; copy all of it.")
                                .in(ask.language())));
        int paragraph = ReadingDesk.paragraphOf(known(ask, anchor.report()), anchor);
        return new Reply.Elsewhere(Link.with(Link.report(anchor.report(), 0, ""), Map.of(), "anchor", anchor.toString())
                + (paragraph > 0 ? "#p" + paragraph : ""));
    }

    private Reply cite(Ask ask, String id) {
        CitationPage citation = citationDesk.cite(known(ask, id), ask);
        Page page = page(ask, new Label("引用", "Cite"), "reports", "");
        return Reply.page(200, templates.draw("citation", page, Map.of("citation", citation)));
    }

    private Reply welcome(Ask ask) {
        Page page = page(ask, new Label("欢迎", "Welcome"), "", "");
        return Reply.page(200, templates.draw("welcome", page, Map.of("welcome", welcomeDesk.welcome(ask))));
    }

    /// Takes files that were dropped, or shows where all files stand.
    private Reply bringIn(Ask ask) {
        if (ask.isPost()) {
            Reply taken = importDesk.take(ask);
            return ask.isPart() ? taken : new Reply.Elsewhere("/import");
        }
        Page page = page(ask, new Label("导入报告", "Bring reports in"), "import", "");
        Map<Brought.State, Integer> counts = importDesk.counts();
        Panel files = extensions
                .find(View.class, "files")
                .map(it -> namedReports.of(pageWords.of(it.instance().show(Map.of()))))
                .orElse(new Panel.Text(new Label("没有可显示的文件信息。", "Nothing is known about files.")));
        boolean isRetryable = counts.containsKey(Brought.State.FAILED) || counts.containsKey(Brought.State.NEEDS_OCR);
        return Reply.page(200, templates.draw("import", page, Map.of("isRetryable", isRetryable, "files", files)));
    }

    private Reply preferences(Ask ask) {
        if (ask.isPost()) {
            preferenceDesk.keep(ask);
        }
        Page page = page(ask, new Label("首选项", "Preferences"), "", "");
        return Reply.page(
                200,
                templates.draw(
                        "preferences", page, Map.of("pages", preferenceDesk.pages(ask), "isKept", ask.isPost())));
    }

    private Reply help(Ask ask, String id) {
        Page page = page(ask, new Label("帮助", "Help"), "help", "");
        return Reply.page(200, templates.draw("help", page, Map.of("help", helpDesk.open(id, ask))));
    }

    /// A command, to be filled in.
    private Reply call(Ask ask, String id) {
        Page page = page(ask, new Label("gewu " + id, "gewu " + id), "", "");
        return panelPage(page, new ViewPage("/call/" + id, signedForms.of(callDesk.form(id, ask), ask)));
    }

    private Reply jobs(Ask ask) {
        Page page = page(ask, new Label("任务", "Jobs"), "jobs", "");
        List<Panel.Row> rows = jobs.list().stream().map(Site::row).toList();
        Panel panel = rows.isEmpty()
                ? new Panel.Text(new Label("没有正在运行或刚刚结束的任务。", "No job is running or has just ended."))
                : new Panel.Table(
                        Label.same(""),
                        List.of(
                                Panel.Column.text("任务", "Job"),
                                Panel.Column.text("状态", "State"),
                                Panel.Column.number("进度", "Progress"),
                                Panel.Column.text("最近完成", "Done last"),
                                Panel.Column.text("开始于", "Since")),
                        rows);
        return panelPage(page, new ViewPage("/jobs", panel));
    }

    private static Panel.Row row(Job job) {
        Label state = switch (job.state()) {
            case RUNNING -> new Label("进行中", "running");
            case DONE -> new Label("完成", "done");
            case CANCELLED -> new Label("已停止", "stopped");
            case FAILED -> new Label("失败：" + job.reason(), "failed: " + job.reason());
        };
        String total = job.total() == 0 ? "" : " / " + job.total();
        String progress = job.done() == 0 && job.total() == 0 ? "" : job.done() + total;
        return Panel.Row.of(job.title(), state, progress, job.latest(), DAY.format(job.startedAt()));
    }

    private Reply view(Ask ask, String id) {
        Extension<View> view = extensions
                .find(View.class, id)
                .orElseThrow(() -> new WorkbenchException(
                        new Label("没有“" + id + "”这个视图。", "There is no view “" + id + "”.").in(ask.language()),
                        new Label("可用的视图：", "Known views: ").in(ask.language())
                                + String.join(
                                        ", ",
                                        extensions.of(View.class).stream()
                                                .map(Extension::id)
                                                .toList())));
        Page page = page(ask, view.title(), id, "");
        Map<String, String> given = new LinkedHashMap<>();
        List<ViewPage.Parameter> parameters = new ArrayList<>();
        for (Extension.Element element : view.elements()) {
            String name = element.attribute("name").orElse("");
            String value = ask.words(name);
            if (!element.name().equals("parameter")) {
                continue;
            }
            if (!value.isEmpty()) {
                given.put(name, value);
            }
            // What is seldom needed takes room in the form only while it counts.
            String more = element.attribute("more").orElse("");
            if (!more.equals("never") && (!value.isEmpty() || !more.equals("true"))) {
                boolean isLines = element.attribute("lines").orElse("").equals("true");
                parameters.add(new ViewPage.Parameter(
                        name,
                        page.say(element.title()),
                        value,
                        choices(element, page),
                        isLines,
                        titles(element, value)));
            }
        }
        Panel panel =
                namedReports.of(pageWords.of(signedForms.of(view.instance().show(given), ask)), view, given);
        panelDesk.keep(id, given, ask, panel);
        Map<String, String> asked = new LinkedHashMap<>(given);
        for (String name : List.of(Places.PAGED, Places.FROM, Places.PLAIN)) {
            asked.put(name, ask.parameter(name));
        }
        return panelPage(
                page, new ViewPage(Link.view(id), parameters, beside(view), panel, Places.of(id, asked, panel)));
    }

    /// What the reports are called whose ids are a parameter's value.
    private String titles(Extension.Element parameter, String value) {
        boolean isReports = parameter.attribute("follows").orElse("").equals("report")
                || parameter.attribute("names").orElse("").equals("report");
        return isReports
                ? REPORT_ID
                        .matcher(value)
                        .results()
                        .limit(MOST_TITLES)
                        .flatMap(it -> reports.find(it.group()).stream())
                        .map(it -> it.facts().title())
                        .collect(Collectors.joining("；"))
                : "";
    }

    private static List<ViewPage.Choice> choices(Extension.Element parameter, Page page) {
        String[] values = parameter.attribute("values").orElse("").split("\\|");
        String[] chinese = parameter.attribute("values-zh").orElse("").split("\\|");
        String[] english = parameter.attribute("values-en").orElse("").split("\\|");
        List<ViewPage.Choice> choices = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                String zh = i < chinese.length && !chinese[i].isEmpty() ? chinese[i] : values[i];
                String en = i < english.length && !english[i].isEmpty() ? english[i] : values[i];
                choices.add(new ViewPage.Choice(values[i], page.say(zh, en)));
            }
        }
        return choices;
    }

    /// The view to which this one belongs and all that belong to it; none if nothing does.
    private List<Page.ViewLink> beside(Extension<View> view) {
        String head = view.attribute("under").orElse(view.id());
        List<Page.ViewLink> links = extensions.of(View.class).stream()
                .filter(Site::isListed)
                .filter(it ->
                        it.id().equals(head) || it.attribute("under").orElse("").equals(head))
                .filter(it -> !it.attribute("listed").orElse("").equals("false"))
                .map(it -> new Page.ViewLink(it.id(), it.title()))
                .toList();
        return links.size() > 1 ? links : List.of();
    }

    private Reply panelPage(Page page, ViewPage view) {
        return Reply.page(200, templates.draw("view", page, Map.of("view", view)));
    }

    private Reply notThere(Ask ask) {
        return trouble(
                ask,
                404,
                new Label("没有“" + ask.path() + "”这一页。", "There is no page “" + ask.path() + "”.").in(ask.language()),
                new Label("从上面的导航里选一页。", "Choose one from the navigation above.").in(ask.language()));
    }

    private Reply trouble(Ask ask, int status, String message, String remedy) {
        Label kind = switch (status) {
            case 400 -> new Label("写法需要改一下", "This can't be understood as written");
            case 401 -> new Label("需要登录", "Who is there?");
            case 403, 405 -> new Label("不能这样做", "This is not allowed");
            case 404 -> new Label("没有找到", "Not found");
            case 411, 413 -> new Label("太大了", "Too much");
            case 429 -> new Label("请稍等", "Wait a little");
            default -> new Label("出了点问题", "Something is wrong");
        };
        Page page = page(ask, kind, "", ask.parameter("q"));
        return Reply.page(status, templates.draw("trouble", page, Map.of("message", message, "remedy", remedy)));
    }

    private Page page(Ask ask, Label title, String at, String words) {
        String other = ask.language().equals("en") ? "zh" : "en";
        List<Page.ViewLink> views = extensions.of(View.class).stream()
                .filter(view -> !HIDDEN_VIEWS.contains(view.id()))
                .filter(Site::isListed)
                .filter(view -> view.attribute("under").isEmpty())
                .map(view -> new Page.ViewLink(view.id(), view.title()))
                .toList();
        return new Page(
                title.in(ask.language()),
                ask.language(),
                at,
                words,
                Link.with(Link.encodedPath(ask.path()), ask.parameters(), "lang", other),
                views,
                Question.SWITCHES.stream()
                        .filter(name -> !ask.parameter(name).isEmpty())
                        .map(name -> new SearchPage.Kept(name, ask.parameter(name)))
                        .toList(),
                new Page.Frame(
                        ask.isPart(),
                        !ask.parameter("plain").isEmpty() || ask.visit().isStranger(),
                        ask.visit().token(),
                        "/lib/" + library.edition(),
                        ask.person()));
    }

    private static boolean isListed(Extension<View> view) {
        return !view.attribute("listed").orElse("").equals("false");
    }
}
