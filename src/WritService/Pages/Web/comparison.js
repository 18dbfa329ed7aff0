// What was there when a seal was set, beside what is there now, with what looks different marked.
import { say } from "./words.js";
import * as viewer from "./viewer.js";

const BLOCK = 12, NOTICEABLE = 48;
const find = id => document.getElementById(id);

export class Comparison {
  #bytes = null; #now = null; #then = null; #page = 1; #turn = 0;

  constructor() {
    find("shown-before").addEventListener("click", () => this.#turnTo(this.#page - 1));
    find("shown-next").addEventListener("click", () => this.#turnTo(this.#page + 1));
    find("then").addEventListener("change", () => this.#choose(Number(find("then").value)));
  }

  /** Shows a file; the seals say how long it was when each was set. */
  async show(bytes, seals) {
    this.#bytes = bytes;
    this.#page = 1;
    find("shown").hidden = false;
    find("shown-tools").hidden = find("panes").hidden = false;
    find("shown-state").replaceChildren();
    try {
      this.#now = await viewer.open(bytes);
    } catch {
      find("shown-tools").hidden = find("panes").hidden = true;
      say(find("shown-state"), "这份文件无法显示；以上意见不受影响。", "This file cannot be shown; the findings above stand.");
      return;
    }
    // Of several seals over the same bytes one is enough; the last bytes are what is there now.
    const earlier = seals.filter((seal, index) => seal.end > 0 && seal.end < bytes.length && seals.findIndex(other => other.end === seal.end) === index);
    find("then").replaceChildren(...earlier.map(seal => new Option(`${seal.field}（修订 revision ${seal.revision}）`, seal.end)));
    find("then-label").hidden = find("pane-then").hidden = earlier.length === 0;
    if (earlier.length === 0) say(find("shown-state"), seals.length ? "最后一枚签章之后没有追加内容。" : "文件没有签章，以下只是文件现在的样子。", seals.length ? "Nothing was appended after the last seal." : "There is no seal; this is only what the file looks like now.");
    await this.#choose(earlier[0]?.end ?? 0);
  }

  lack() {
    find("shown").hidden = false;
    find("shown-tools").hidden = find("panes").hidden = true;
    say(find("shown-state"), "本服务没有安装 pdf.js，不能显示文件；以上意见不受影响。", "pdf.js is not installed here, so the file is not shown; the findings above stand.");
  }

  close() {
    this.#turn++;
    find("shown").hidden = true;
    find("marks").replaceChildren();
    find("difference").replaceChildren();
    this.#now?.close();
    this.#then?.close();
    this.#now = this.#then = this.#bytes = null;
  }

  async #choose(end) {
    this.#then?.close();
    this.#then = null;
    if (end > 0) {
      try {
        this.#then = await viewer.open(this.#bytes.subarray(0, end));
      } catch {
        say(find("shown-state"), "签章之时的版本无法显示。", "The version when sealed cannot be shown.");
      }
    }
    await this.#draw();
  }

  #turnTo(page) {
    if (page < 1 || page > this.#now.pages) return;
    this.#page = page;
    this.#draw();
  }

  async #draw() {
    const turn = ++this.#turn, page = this.#page, now = find("canvas-now"), then = find("canvas-then");
    say(find("shown-page"), `${page} / ${this.#now.pages} 页`, `${page} of ${this.#now.pages}`);
    find("shown-before").disabled = page === 1;
    find("shown-next").disabled = page === this.#now.pages;
    find("marks").replaceChildren();
    find("difference").replaceChildren();
    const width = find("pane-now").clientWidth - 2, existed = this.#then !== null && page <= this.#then.pages;
    then.hidden = !existed;
    if (existed) await this.#then.draw(page, then, width);
    await this.#now.draw(page, now, width);
    if (turn !== this.#turn || this.#then === null) return;
    if (!existed) {
      say(find("difference"), "签章之时没有这一页。", "This page did not exist when the seal was set.");
      return;
    }
    const marks = differences(then, now);
    find("marks").replaceChildren(...marks.map(([left, top, right, bottom]) => {
      const mark = document.createElement("div");
      mark.style.left = 100 * left / now.width + "%";
      mark.style.top = 100 * top / now.height + "%";
      mark.style.width = 100 * (right - left) / now.width + "%";
      mark.style.height = 100 * (bottom - top) / now.height + "%";
      return mark;
    }));
    if (marks.length) say(find("difference"), `本页有 ${marks.length} 处看起来与签章之时不同，已在右侧标出。是否允许，以上面的意见为准。`, `${marks.length} places on this page look different from when it was sealed; they are marked on the right. Whether that was allowed, the findings above say.`);
    else say(find("difference"), "本页看起来与签章之时相同。", "This page looks the same as when it was sealed.");
  }
}

// Boxes around neighbouring blocks of pixels that differ, in pixels of the canvas.
function differences(one, other) {
  if (one.width !== other.width || one.height !== other.height) return [[0, 0, other.width, other.height]];
  const { width, height } = one, before = one.getContext("2d").getImageData(0, 0, width, height).data, after = other.getContext("2d").getImageData(0, 0, width, height).data;
  const columns = Math.ceil(width / BLOCK), rows = Math.ceil(height / BLOCK), changed = new Uint8Array(columns * rows);
  for (let at = 0; at < before.length; at += 4) {
    const difference = Math.abs(before[at] - after[at]) + Math.abs(before[at + 1] - after[at + 1]) + Math.abs(before[at + 2] - after[at + 2]);
    if (difference > NOTICEABLE) changed[Math.floor(Math.floor(at / 4 / width) / BLOCK) * columns + Math.floor(at / 4 % width / BLOCK)] = 1;
  }
  const boxes = [];
  for (let start = 0; start < changed.length; start++) {
    if (!changed[start]) continue;
    let left = columns, right = 0, top = rows, bottom = 0;
    const waiting = [start];
    changed[start] = 0;
    while (waiting.length) {
      const block = waiting.pop(), column = block % columns, row = Math.floor(block / columns);
      left = Math.min(left, column); right = Math.max(right, column); top = Math.min(top, row); bottom = Math.max(bottom, row);
      // Two blocks apart is still one change: strokes of a character have gaps.
      for (let y = Math.max(0, row - 2); y <= Math.min(rows - 1, row + 2); y++)
        for (let x = Math.max(0, column - 2); x <= Math.min(columns - 1, column + 2); x++)
          if (changed[y * columns + x]) { changed[y * columns + x] = 0; waiting.push(y * columns + x); }
    }
    boxes.push([left * BLOCK, top * BLOCK, Math.min(width, (right + 1) * BLOCK), Math.min(height, (bottom + 1) * BLOCK)]);
  }
  return boxes;
}
