// Signing, fingerprinting, refusing: what the person does, and what of it goes into the capture.
import { say, saying } from "./words.js";
import { InkPad, asInk, drawInk, isEnough } from "./ink.js";
import { readPrint } from "./print.js";

const ACTS = {
  signature: ["签名", "Sign"], fingerprint: ["捺印", "Fingerprint"], refusal: ["拒绝签名", "Refuse"],
  "witness-statement": ["见证", "Witness"], alteration: ["确认改动", "Confirm the alteration"], "read-aloud": ["宣读确认", "Confirm the reading"], delivery: ["签收", "Receive"],
};
// What an act must say in words, unless the desk has said it in the ticket.
const WORDS = {
  "witness-statement": [["statement", "见证内容", "What was witnessed"]],
  "read-aloud": [["listener", "听取人", "Who listened"], ["reason", "宣读原因", "Why it was read aloud"], ["answer", "听取人的答复", "What the listener answered"]],
};
// What the desk may have said, by its member.
const GIVEN = { page: ["所改之页", "Page to correct"], old: ["原文", "It said"], new: ["改为", "Now it says"], statement: ["见证内容", "Witnessed"], reason: ["原因", "Reason"], listener: ["听取人", "Listener"], answer: ["答复", "Answer"] };
// A correction that takes nothing away, or puts nothing in its place.
const BLANK = { old: ["（无，系补充）", "(nothing: an addition)"], new: ["（删去）", "(nothing: deleted)"] };
const find = id => document.getElementById(id);

export class Acting {
  #facts; #changed; #pad; #places; #place = 0; #print = null; #act = null; #isRead = false;

  /** Takes over the section; calls back with whether the act is complete. */
  constructor(facts, changed) {
    this.#facts = facts;
    this.#changed = changed;
    const pages = [...new Set(facts.slots.flatMap(slot => slot.pages ?? []))].sort((one, other) => one - other);
    const phrase = facts.slots.find(slot => slot.phrase)?.phrase ?? null;
    this.#places = [...pages.map(page => ({ page, strokes: [] })), ...(phrase ? [{ phrase, strokes: [] }] : [])];
    if (this.#places.length === 0) this.#places.push({ page: 1, strokes: [] });
    this.#pad = new InkPad(find("ink"), () => this.#tell());
    find("acts").replaceChildren(...facts.acts.filter(act => act in ACTS).map(act => {
      const button = saying("button", ...ACTS[act]);
      button.type = "button";
      button.dataset.act = act;
      button.addEventListener("click", () => this.choose(act));
      return button;
    }));
    find("given").replaceChildren(...this.#given().flatMap(([label, said]) => {
      const row = document.createElement("dd");
      row.append(said);
      return [saying("dt", ...label), row];
    }));
    find("ink-undo").addEventListener("click", () => this.#pad.undo());
    find("ink-clear").addEventListener("click", () => this.#pad.clear());
    find("ink-next").addEventListener("click", () => this.#write(this.#next()));
    find("same-ink").addEventListener("change", () => this.#write(0));
    find("with-print").addEventListener("change", () => this.choose());
    find("print-file").addEventListener("change", () => this.#takePrint(find("print-file").files[0]));
    find("usual").addEventListener("change", () => { if (find("usual").value) find("reason").value = find("usual").value; this.#tell(); });
    for (const id of ["reason", "print-reason"]) find(id).addEventListener("input", () => this.#tell());
  }

  get act() { return this.#act; }

  /** Whether the document has been read: before that only refusing is open. */
  allow(isRead) {
    this.#isRead = isRead;
    for (const button of find("acts").children) button.disabled = button.dataset.act !== "refusal" && !isRead;
    find("unread").hidden = isRead;
    this.#tell();
  }

  choose(act) {
    this.#act = act ?? this.#act ?? this.#facts.acts.find(known => known in ACTS);
    if (!this.#isRead && this.#act !== "refusal") this.#act = "refusal";
    for (const button of find("acts").children) button.setAttribute("aria-pressed", String(button.dataset.act === this.#act));
    for (const name of ["fingerprint", "refusal"]) find(name).hidden = name !== this.#act;
    find("signature").hidden = !this.#isWritten();
    find("same").hidden = this.#act !== "signature" || this.#pages().length < 2;
    find("beside").hidden = !this.#isWritten();
    find("words").replaceChildren(...this.#asked().map(([name, zh, en]) => {
      const row = saying("label", zh, en), input = Object.assign(document.createElement("input"), { type: "text", maxLength: 500, id: `word-${name}`, autocomplete: "off" });
      input.addEventListener("input", () => this.#tell());
      row.append(input);
      return row;
    }));
    find("print").hidden = this.#act !== "fingerprint" && !this.#isPressed();
    if (this.#isWritten()) this.#write(this.#place);
    else this.#tell();
  }

  /** The members of the capture that are this act's own. */
  members() {
    const print = this.#print ? { finger: find("finger").value, image: this.#print.image } : null;
    if (this.#act === "refusal") return { reason: words("reason") };
    if (this.#act === "fingerprint") return { fingerprint: print, reason: words("print-reason"), cannotRead: find("cannot-read").checked };
    const pressed = this.#isPressed() ? { fingerprint: print } : {};
    if (this.#act !== "signature") return { ink: asInk(this.#places[0].strokes), ...pressed, ...Object.fromEntries(this.#asked().map(([name]) => [name, words(`word-${name}`)])) };
    const pages = this.#pages(), phrase = this.#places.find(place => place.phrase);
    return {
      ...(this.#isSame() ? { everyPage: true, ink: asInk(pages[0].strokes) } : { inks: pages.map(place => ({ page: place.page, ink: asInk(place.strokes) })) }),
      ...(phrase ? { phrase: { text: phrase.phrase, ink: asInk(phrase.strokes) } } : {}),
      ...pressed,
    };
  }

  /** What was done, as rows for the person to look at. */
  summary(line) {
    const rows = [...line("签署方式", "Act", saying("strong", ...ACTS[this.#act]))];
    if (this.#act !== "refusal") for (const [label, said] of this.#given()) rows.push(...line(...label, said));
    for (const [name, zh, en] of this.#asked()) rows.push(...line(zh, en, words(`word-${name}`)));
    if (this.#isWritten())
      for (const place of this.#open()) rows.push(...line(...title(place, this.#isSame()), picture(place.strokes)));
    if (this.#act === "refusal") rows.push(...line("理由", "Reason", words("reason")));
    if (this.#act === "fingerprint") rows.push(...line("原因", "Reason", words("print-reason")));
    if (this.#print && this.#act !== "refusal" && !find("print").hidden) rows.push(...line("指纹", "Fingerprint", find("finger").selectedOptions[0].textContent));
    return rows;
  }

  /** Nothing of a hand stays in the page. */
  forget() {
    for (const place of this.#places) place.strokes.length = 0;
    this.#print = null;
    drawInk(find("print-picture"), []);
    this.#pad.show([]);
  }

  #pages() { return this.#places.filter(place => place.page); }

  #isSame() { return this.#act === "signature" && find("same-ink").checked && !find("same").hidden; }

  #isWritten() { return this.#act !== "fingerprint" && this.#act !== "refusal"; }

  #given() {
    const given = this.#facts.given ?? {};
    return Object.entries(GIVEN).filter(([name]) => name in given).map(([name, label]) => [label, given[name] === "" && name in BLANK ? saying("span", ...BLANK[name]) : String(given[name])]);
  }

  #isPressed() { return this.#isWritten() && find("with-print").checked; }

  #asked() { return (WORDS[this.#act] ?? []).filter(([name]) => !(name in (this.#facts.given ?? {}))); }

  // With the same ink everywhere the first page stands for all; acts other than signing take one ink.
  #open() {
    if (this.#act !== "signature") return this.#places.slice(0, 1);
    return this.#isSame() ? this.#places.filter(place => place.phrase || place === this.#places[0]) : this.#places;
  }

  #next() {
    const open = this.#open(), waiting = open.findIndex(place => !isEnough(place.strokes));
    return waiting >= 0 ? waiting : (this.#place + 1) % open.length;
  }

  #write(index) {
    const open = this.#open();
    this.#place = Math.min(index, open.length - 1);
    const place = open[this.#place];
    say(find("ink-title"), ...(place.phrase ? [`请亲笔写：“${place.phrase}”`, `Please write in your own hand: “${place.phrase}”`]
      : [`请${this.#facts.person.name}签名（${title(place, this.#isSame())[0]}）`, `${this.#facts.person.name}, please sign (${title(place, this.#isSame())[1]})`]));
    this.#pad.show(place.strokes);
    this.#tell();
  }

  async #takePrint(file) {
    this.#print = file ? await readPrint(file, find("print-picture")) : null;
    find("print-picture").hidden = !this.#print;
    if (file && !this.#print) say(find("print-state"), "无法读取图像，请使用 PNG 或 JPEG。", "The picture cannot be read; use PNG or JPEG.");
    else find("print-state").replaceChildren();
    this.#tell();
  }

  #tell() {
    const open = this.#open(), place = open[this.#place] ?? open[0];
    find("inks").replaceChildren(...open.map((item, index) => {
      const button = saying("button", ...title(item, this.#isSame()));
      button.type = "button";
      button.classList.toggle("written", isEnough(item.strokes));
      button.setAttribute("aria-current", String(item === place));
      button.addEventListener("click", () => this.#write(index));
      return button;
    }));
    find("inks").hidden = open.length < 2;
    find("ink-next").hidden = open.length < 2;
    find("ink-undo").disabled = find("ink-clear").disabled = place.strokes.length === 0;
    const left = open.filter(item => !isEnough(item.strokes)).length;
    if (place.strokes.length > 0 && !isEnough(place.strokes)) say(find("ink-state"), "笔迹太少：空白或者一个点不能作为签名。", "Too little ink: a blank or a dot is no signature.");
    else if (left > 0) say(find("ink-state"), `还有 ${left} 处未写。`, `${left} still to write.`);
    else say(find("ink-state"), "已写好。", "Written.");
    this.#changed(this.#isComplete());
  }

  #isComplete() {
    if (this.#act === "refusal") return words("reason") !== "";
    if (!this.#isRead) return false;
    if (this.#act === "fingerprint") return this.#print !== null && words("print-reason") !== "";
    return this.#open().every(place => isEnough(place.strokes)) && this.#asked().every(([name]) => words(`word-${name}`) !== "")
      && (this.#print !== null || !this.#isPressed());
  }
}

const words = id => find(id).value.trim();

const title = (place, same) => place.phrase ? ["亲笔确认", "Own words"] : same ? ["各页", "Every page"] : [`第 ${place.page} 页`, `Page ${place.page}`];

function picture(strokes) {
  const canvas = document.createElement("canvas");
  canvas.width = 900;
  canvas.height = 300;
  drawInk(canvas, strokes);
  return canvas;
}
