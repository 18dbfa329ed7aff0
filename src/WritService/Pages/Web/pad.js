// The page for signature tablets: prepare, read, act, check, done. Everything stays in this page until it is sent.
import { offerLanguages, say, saying } from "./words.js";
import { saveFile, takeFiles } from "./files.js";
import { digest, readTicket } from "./ticket.js";
import { Acting } from "./acting.js";
import { Reading } from "./reading.js";
import { device, moment, send } from "./capture.js";
import * as viewer from "./viewer.js";

const STEPS = ["prepare", "reading", "acting", "sending", "done"];
const DEVICE = "writ-pad-device";
const find = id => document.getElementById(id);
const openers = document.body.dataset.openers.split(" ").filter(Boolean);

let ticket = null, bytes = null, fileName = "", showing = null, reading = null, acting = null, caller = null;

offerLanguages();
find("device").value = localStorage.getItem(DEVICE) ?? "";
find("ticket").addEventListener("input", () => takeTicket(find("ticket").value));
takeFiles(find("file"), find("drop"), async file => {
  if (!find("prepare").hidden) takeDocument(new Uint8Array(await file.arrayBuffer()), file.name);
});
find("start").addEventListener("click", start);
find("to-acting").addEventListener("click", () => act(null));
find("to-refusal").addEventListener("click", () => act("refusal"));
find("back-reading").addEventListener("click", () => go("reading"));
find("back-acting").addEventListener("click", () => go("acting"));
find("to-sending").addEventListener("click", check);
find("send").addEventListener("click", submit);
find("again").addEventListener("click", () => location.reload());

if (!globalThis.crypto?.subtle) fail("此页须经 HTTPS 打开，否则浏览器不能核对文书。", "Open this page over HTTPS; otherwise the browser cannot check the document.");
else if (!viewer.present) fail("本服务没有安装 pdf.js，无法显示文书，因此不能在此签署。请运行 .setup/pdfjs.sh。", "pdf.js is not installed here. What cannot be shown cannot be signed; run .setup/pdfjs.sh.");
go("prepare");
fromAddress();
addEventListener("hashchange", fromAddress);
addEventListener("message", fromOpener);
// Only origins that are allowed to open the page ever hear of it.
for (const origin of opener ? openers : []) opener.postMessage({ type: "writ-pad-ready" }, origin);

function fromAddress() {
  const handed = new URLSearchParams(location.hash.slice(1)).get("ticket");
  if (handed === null || find("prepare").hidden) return;
  history.replaceState(null, "", location.pathname + location.search);
  find("ticket").value = handed;
  takeTicket(handed);
}

function fromOpener(event) {
  if (event.source !== opener || !openers.includes(event.origin) || find("prepare").hidden) return;
  const { ticket: handed, document: file } = event.data ?? {};
  if (typeof handed !== "string" || !(file instanceof ArrayBuffer)) return;
  caller = event.origin;
  find("ticket").value = handed;
  takeTicket(handed);
  takeDocument(new Uint8Array(file), "");
}

function takeTicket(text) {
  ticket = text.trim() === "" ? null : readTicket(text);
  if (text.trim() === "") find("ticket-state").replaceChildren();
  else if (!ticket) say(find("ticket-state"), "这不是签署票据，请检查是否粘贴完整。", "This is no signing ticket; was it pasted whole?");
  else {
    const { person, slots, exp } = ticket.facts, until = moment(new Date(exp * 1000)).slice(11, 16);
    say(find("ticket-state"), `签署人：${person.name}；签署栏：${slots.map(slot => slot.label).join("、")}；有效至 ${until}`, `Signer: ${person.name}; slots: ${slots.map(slot => slot.label).join(", ")}; valid until ${until}`);
  }
  compare();
}

async function takeDocument(content, name) {
  bytes = content;
  fileName = name;
  await compare();
}

// Exactly the bytes that will be shown are held against the ticket.
async function compare() {
  find("start").disabled = true;
  const state = find("file-state");
  if (!bytes) return;
  const shown = await digest(bytes);
  if (!ticket) say(state, `${fileName} 已读入，等待票据。`, `${fileName} is here; the ticket is missing.`);
  else if (shown !== ticket.facts.document.sha256) say(state, "这份 PDF 不是票据所指的文书，不能签署。", "This PDF is not the document of the ticket; it cannot be signed.");
  else if (ticket.facts.exp * 1000 <= Date.now()) say(state, "票据已过期，请重新申请。", "The ticket has expired; ask for another.");
  else {
    say(state, `文书与票据一致（SHA-256 ${shown.slice(0, 16)}…）。`, `The document is the one of the ticket (SHA-256 ${shown.slice(0, 16)}…).`);
    find("start").disabled = !viewer.present;
  }
}

async function start() {
  find("start").disabled = true;
  localStorage.setItem(DEVICE, find("device").value.trim());
  try {
    showing = await viewer.open(bytes);
  } catch (fault) {
    fail("这份 PDF 无法显示，不能签署。", "This PDF cannot be shown, so it cannot be signed.");
    return;
  }
  const { facts } = ticket;
  say(find("who"), `${facts.person.name}：${facts.slots.map(slot => slot.label).join("、")}。虚线框是您签署的位置。`, `${facts.person.name}: ${facts.slots.map(slot => slot.label).join(", ")}. Your places are outlined.`);
  reading = new Reading(showing, facts.slots, facts.readingSeconds ?? 0, () => {
    find("to-acting").disabled = !reading.isDone;
    acting?.allow(reading.isDone);
  });
  acting = new Acting(facts, ready => { find("to-sending").disabled = !ready; });
  find("to-refusal").hidden = !facts.acts.includes("refusal");
  go("reading");
}

function act(chosen) {
  acting.allow(reading.isDone);
  acting.choose(chosen);
  go("acting");
}

function check() {
  const rows = [["文书", "Document", ticket.facts.document.packName ?? "", ticket.facts.document.id ?? ""], ["签署人", "Signer", ticket.facts.person.name], ["签署栏", "Slots", ticket.facts.slots.map(slot => slot.label).join("、")]];
  find("summary").replaceChildren(...rows.flatMap(row => line(...row)), ...acting.summary(line));
  go("sending");
}

async function submit() {
  find("send").disabled = find("back-acting").disabled = true;
  say(find("send-state"), "正在提交…", "Submitting…");
  const answer = await send({
    ticket: ticket.text, act: acting.act, at: moment(), shown: await digest(bytes), reading: { seconds: reading.seconds, pages: reading.pages },
    device: device(find("device").value.trim()), ...acting.members(),
  });
  find("send").disabled = find("back-acting").disabled = false;
  find("send-state").replaceChildren();
  if (answer.sealed) finish(answer.sealed);
  else fail(answer.zh, answer.en, answer.items);
}

function finish(sealed) {
  acting.forget();
  showing.close();
  find("capture").value = sealed.capture;
  find("result").replaceChildren(...line("签署人", "Signer", ticket.facts.person.name), ...line("SHA-256", "SHA-256", sealed.sha256 ?? ""));
  if (caller) {
    opener.postMessage({ type: "writ-capture", ...sealed }, caller);
    say(find("handed"), `采集结果已交给 ${caller}。`, `Handed to ${caller}.`);
  }
  find("save").onclick = () => saveFile(`${ticket.facts.document.id ?? "writ"}-${ticket.facts.slots[0].name}.capture.jws`, sealed.capture, "application/jose");
  find("copy").onclick = async () => {
    find("capture").select();
    await navigator.clipboard?.writeText(sealed.capture);
    say(find("copied"), "已复制。", "Copied.");
  };
  go("done");
}

function go(step) {
  for (const name of STEPS) find(name).hidden = name !== step;
  for (const item of find("steps").children) {
    if (item.dataset.step === step) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  }
  if (step !== "prepare") {
    find("error").hidden = true;
    find(`${step}-title`).focus();
  }
  if (step === "reading") reading.begin();
  else reading?.pause();
  scrollTo(0, 0);
}

function fail(zh, en, items = []) {
  const error = find("error");
  error.replaceChildren(saying("p", zh, en));
  if (items.length) {
    const list = document.createElement("ul");
    list.append(...items.map(text => Object.assign(document.createElement("li"), { textContent: text })));
    error.append(list);
  }
  error.hidden = false;
  error.scrollIntoView({ block: "nearest" });
}

function line(zh, en, ...values) {
  const value = document.createElement("dd");
  value.append(...values.flatMap(part => typeof part === "string" ? [part, " "] : [part]));
  return [saying("dt", zh, en), value];
}
