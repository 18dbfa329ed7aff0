// Reading: the document page by page, until the time has passed and every page was seen to its end.
import { say } from "./words.js";

const find = id => document.getElementById(id);

export class Reading {
  #showing; #slots; #wanted; #changed; #page = 1; #zoom = 1; #seen = new Set(); #seconds = 0; #clock = null; #last = 0; #drawn = false; #watch;

  /** Takes over the section; calls back whenever there is more read than before. */
  constructor(showing, slots, wanted, changed) {
    this.#showing = showing;
    this.#slots = slots;
    this.#wanted = wanted;
    this.#changed = changed;
    find("page-before").addEventListener("click", () => this.#turn(this.#page - 1));
    find("page-next").addEventListener("click", () => this.#turn(this.#page + 1));
    find("zoom-in").addEventListener("click", () => this.#scale(this.#zoom * 1.5));
    find("zoom-out").addEventListener("click", () => this.#scale(this.#zoom / 1.5));
    find("sheet").addEventListener("keydown", event => {
      if (event.key === "PageDown" && this.#atEnd()) this.#turn(this.#page + 1);
      else if (event.key === "PageUp" && find("sheet").scrollTop === 0) this.#turn(this.#page - 1);
      else return;
      event.preventDefault();
    });
    // Seen is a page whose end has been in view.
    this.#watch = new IntersectionObserver(entries => { if (entries.some(entry => entry.isIntersecting)) this.#see(); }, { root: find("sheet") });
    addEventListener("resize", () => this.#show());
  }

  get seconds() { return Math.floor(this.#seconds); }

  get pages() { return [...this.#seen].sort((one, other) => one - other); }

  get isDone() { return this.#seconds >= this.#wanted && this.#seen.size === this.#showing.pages; }

  /** The clock runs while the document is on the screen, and only then. */
  begin() {
    this.#last = performance.now();
    this.#clock ??= setInterval(() => this.#tick(), 250);
    return this.#show();
  }

  pause() {
    clearInterval(this.#clock);
    this.#clock = null;
  }

  #tick() {
    const now = performance.now(), before = this.isDone, left = this.#left();
    if (!document.hidden && this.#drawn) this.#seconds += (now - this.#last) / 1000;
    this.#last = now;
    if (left !== this.#left() || before !== this.isDone) this.#tell();
  }

  #left() { return Math.max(0, Math.ceil(this.#wanted - this.#seconds)); }

  #turn(page) {
    if (page < 1 || page > this.#showing.pages || page === this.#page) return;
    this.#page = page;
    find("sheet").scrollTo(0, 0);
    this.#show();
  }

  #scale(zoom) {
    this.#zoom = Math.min(4, Math.max(1, zoom));
    this.#show();
  }

  async #show() {
    const page = this.#page, sheet = find("sheet"), end = find("page-end");
    if (find("reading").hidden) return;
    this.#watch.unobserve(end);
    this.#drawn = false;
    find("page-before").disabled = page === 1;
    find("page-next").disabled = page === this.#showing.pages;
    find("zoom-out").disabled = this.#zoom === 1;
    say(find("page-number"), `${page} / ${this.#showing.pages} 页`, `${page} of ${this.#showing.pages}`);
    const width = Math.min(sheet.clientWidth, 1000) * this.#zoom;
    const viewport = await this.#showing.draw(page, find("page"), width);
    if (!viewport) return;
    this.#mark(page, viewport);
    find("page-text").textContent = await this.#showing.text(page);
    if (page !== this.#page) return;
    this.#drawn = true;
    this.#watch.observe(end);
    this.#tell();
  }

  // Where this person's ink will go.
  #mark(page, viewport) {
    find("places").replaceChildren(...this.#slots.flatMap(slot => slot.places ?? []).filter(place => place.page === page && place.part !== "date").map(place => {
      const [left, top] = viewport.convertToViewportPoint(place.rect[0], place.rect[3]), [right, bottom] = viewport.convertToViewportPoint(place.rect[2], place.rect[1]), mark = document.createElement("div");
      mark.style.left = Math.min(left, right) + "px";
      mark.style.top = Math.min(top, bottom) + "px";
      mark.style.width = Math.abs(right - left) + "px";
      mark.style.height = Math.abs(top - bottom) + "px";
      return mark;
    }));
  }

  #atEnd() {
    const sheet = find("sheet");
    return sheet.scrollTop + sheet.clientHeight >= sheet.scrollHeight - 2;
  }

  #see() {
    if (!this.#drawn || this.#seen.has(this.#page)) return;
    this.#seen.add(this.#page);
    this.#tell();
  }

  #tell() {
    const unseen = this.#showing.pages - this.#seen.size, left = this.#left();
    // Counting down is shown, not spoken; what is spoken is when something changes for the reader.
    say(find("reading-left"), left > 0 ? `还需阅读 ${left} 秒` : "阅读时间已满", left > 0 ? `${left} s to go` : "Time is up");
    say(find("reading-state"),
      this.isDone ? "全部页面已阅，可以签署。" : unseen > 0 ? `已阅 ${this.#seen.size} 页，还有 ${unseen} 页未看到页末。` : "全部页面已阅，请等待阅读时间届满。",
      this.isDone ? "Every page has been read; you may sign." : unseen > 0 ? `${this.#seen.size} pages read, ${unseen} not yet to the end.` : "Every page has been read; please wait for the time.");
    this.#changed();
  }
}
