package gewu.workbench.command;

import gewu.api.Label;
import java.util.Locale;

/// What the command line itself says, in both languages. `%s` takes the names and values of the moment.
enum Words {
    TAGLINE("格物：政府绩效自评报告工作台", "Gewu: a workbench for government performance self-evaluation reports"),
    USAGE("用法：", "Usage: "),
    COMMANDS("%n命令：%n", "%nCommands:%n"),
    ARGUMENTS("%n参数：%n", "%nArguments:%n"),
    OPTIONS("%n选项：%n", "%nOptions:%n"),
    COMMAND("命令", "COMMAND"),
    SOME_OPTIONS("[选项]", "[OPTIONS]"),
    WORKSPACE("工作区文件夹（默认 ~/.gewu）", "the workspace folder (default ~/.gewu)"),
    JSON("按行输出 JSON，供其他程序读取", "write JSON Lines for other programs"),
    SAFE("安全模式：只启用随程序附带的插件", "safe mode: only the plugins that came with Gewu"),
    LANG("界面语言：zh 或 en", "language: zh or en"),
    HELP("显示帮助", "show this help"),
    VERSION("显示版本", "show the version"),
    EXAMPLES("例：", "Examples:"),
    MORE("%n输入 gewu 命令 --help 查看某个命令的说明。%n", "%ngewu COMMAND --help tells more about a command.%n"),

    NO_COMMAND("没有给出命令。", "No command was given."),
    NO_SUCH_COMMAND("没有“%s”这个命令。", "There is no command “%s”."),
    NO_SUCH_OPTION("没有“%s”这个选项。", "There is no option “%s”."),
    TOO_MANY("不需要“%s”。", "“%s” is one word too many."),
    MISSING("缺少 %s。", "%s is missing."),
    NEAREST("是不是 %s？", "Did you mean %s?"),
    KNOWN("可用的有：%s。", "Known are: %s."),
    SEE_HELP("用 %s --help 查看写法。", "%s --help shows how it is written."),
    QUOTE("多个词请加引号；以 - 开头的词请写在 -- 之后。", "Put several words in quotes; put words that begin with - behind --."),
    DASH(
            "要检索以 - 开头的词，请把所有词写在一对引号里，如 '预算 -接待'。",
            "To give a word that begins with -, put all words in one pair of quotes, such as '预算 -接待'."),
    NO_FOLDER("--workspace 后面的文件夹是空的。", "The folder given to --workspace is empty."),
    GIVE_FOLDER("写成 --workspace 文件夹，或去掉它，用 ~/.gewu。", "Write --workspace DIR, or leave it out to use ~/.gewu."),
    NO_SUCH_LANGUAGE("没有“%s”这种语言。", "There is no language “%s”."),
    LANGUAGES("请用 zh 或 en。", "Use zh or en."),

    CANCELLED("已停止。已完成的文件都已保存。", "Stopped. Every file that was done is kept."),
    AGAIN("再执行一次即可继续。", "Run the same command again to go on."),
    UNEXPECTED("出现意外错误（%s）。", "Something unexpected happened (%s)."),
    SEE_LOG("详情见 %s。", "The details are in %s."),
    PLUGIN("用 gewu plugins why %s 查看原因。", "gewu plugins why %s tells more."),
    NO_ROOM("内存不足。", "The memory did not suffice."),
    MORE_ROOM("用 GEWU_OPTS=-Xmx1g 给更多内存后再试。", "Try again with more: GEWU_OPTS=-Xmx1g.");

    private final Label label;

    Words(String zh, String en) {
        this.label = new Label(zh, en);
    }

    String in(String language, Object... values) {
        return values.length == 0 ? label.in(language) : String.format(Locale.ROOT, label.in(language), values);
    }
}
