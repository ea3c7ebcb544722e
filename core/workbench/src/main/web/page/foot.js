// The line at the foot: whether the workbench is there, the job that runs, what is chosen, who works.
import { make, say } from "./words.js";
import { tellPeople } from "./notices.js";
import { onSelection } from "./selection.js";
import { on } from "./events.js";
import { told } from "./told.js";
import { open } from "./windows.js";

export function layFoot() {
  const jobs = make("button", { type: "button", class: "quiet jobs", onclick: () => open("/jobs"), hidden: true });
  const line = make("span", { class: "line", role: "status" });
  const chosen = make("span", { class: "chosen-thing faint" });
  const account = say("我的账号、退出登录", "My account, log out");
  document.body.append(make("footer", { class: "foot" },
    line, jobs, chosen, make("span", { class: "grow" }),
    told.person
      ? make("button", { type: "button", class: "quiet person", title: account, onclick: () => open("/account") }, told.person)
      : make("span", { class: "faint" }, say("本机", "this machine"))));
  onSelection(({ id, words }) => {
    chosen.textContent = words || id;
  });
  on("connection", isThere => {
    line.textContent = isThere ? say("已连接", "connected") : say("与工作台的连接断了，正在重连…", "The workbench is out of reach; trying again…");
    line.classList.toggle("alarm", !isThere);
  });
  on("notice", ({ tone, words }) => tellPeople(say(words.zh, words.en), tone));
  on("jobs", ({ jobs: all }) => {
    const running = all.findLast(it => it.state === "running");
    jobs.hidden = !running;
    if (running) {
      jobs.textContent = say(running.title.zh, running.title.en) + " " + running.done + (running.total ? " / " + running.total : "");
    }
    for (const job of all.filter(it => it.state === "failed")) {
      tellPeople(say(job.title.zh, job.title.en) + say("没有做成：", " failed: ") + job.reason, "alarm");
    }
  });
}
