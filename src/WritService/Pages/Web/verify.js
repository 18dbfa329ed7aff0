// A judge drops a PDF and reads the answer; prints it, saves it, and looks at what was sealed beside what is there now.
import { language, offerLanguages, say } from "./words.js";
import { saveFile, takeFiles } from "./files.js";
import { Comparison } from "./comparison.js";
import * as viewer from "./viewer.js";

const HTML = "text/html", JSON_TYPE = "application/json", PDF = "application/pdf", LONGEST_NAME = 200;
const find = id => document.getElementById(id);
const comparison = new Comparison();
let asked = 0, report = null;

offerLanguages();
takeFiles(find("pick"), find("drop"), verify);
find("print").addEventListener("click", () => print());
find("save-html").addEventListener("click", () => saveFile(`${report.name}.核验报告.html`, report.html, HTML));
find("save-json").addEventListener("click", () => saveFile(`${report.name}.核验报告.json`, report.json, JSON_TYPE));
find("save-pdf").addEventListener("click", savePaper);
find("to-shown").addEventListener("click", () => find("shown-title").focus());

async function verify(file) {
  const turn = ++asked;
  report = null;
  find("tools").hidden = true;
  find("answer").replaceChildren();
  comparison.close();
  say(find("state"), `正在核验 ${file.name} …`, `Examining ${file.name} …`);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const [html, json] = await Promise.all([HTML, JSON_TYPE].map(type => ask(file, bytes, type)));
    if (turn !== asked) return;
    if (!html.ok || !json.ok) {
      refuse((html.ok ? json : html).status);
      return;
    }
    const [page, facts] = await Promise.all([html.text(), json.text()]);
    if (turn !== asked) return;
    find("answer").append(...new DOMParser().parseFromString(page, HTML).querySelector("main").childNodes);
    report = { name: file.name.replace(/\.pdf$/i, ""), file, bytes, html: page, json: facts };
    find("tools").hidden = false;
    say(find("state"), "核验完毕。", "Done.");
    find("answer").focus();
    if (viewer.present) await comparison.show(bytes, JSON.parse(facts).seals);
    else comparison.lack();
  } catch (fault) {
    if (turn === asked && report === null) say(find("state"), "未能连接核验服务，没有结论。", "The service cannot be reached; there is no verdict.");
    else if (turn === asked) throw fault;
  }
}

// Examined once more: the archival report is made only when somebody wants it.
async function savePaper() {
  const { file, bytes, name } = report;
  say(find("state"), "正在生成报告…", "Writing the report…");
  const answer = await ask(file, bytes, PDF).catch(() => null);
  if (!answer) say(find("state"), "未能连接核验服务。", "The service cannot be reached.");
  else if (!answer.ok) refuse(answer.status);
  else {
    saveFile(`${name}.核验报告.pdf`, await answer.arrayBuffer(), PDF);
    say(find("state"), "报告已生成。", "The report is written.");
  }
}

function ask(file, bytes, type) {
  return fetch("v1/documents/verify?name=" + encodeURIComponent(file.name.slice(0, LONGEST_NAME)), {
    method: "POST", headers: { "Content-Type": "application/pdf", "Accept": type, "Accept-Language": language() }, body: bytes,
  });
}

function refuse(status) {
  if (status === 401 || status === 403) say(find("state"), "本服务未向公众开放核验（documents:verify），请联系管理员。", "Verification is not open to the public here (documents:verify).");
  else if (status === 413) say(find("state"), "文件太大，没有核验。", "The file is too large; it was not examined.");
  else say(find("state"), `未能核验（${status}），没有结论。`, `Not examined (${status}); there is no verdict.`);
}
