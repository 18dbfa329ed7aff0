// Shows the pages of a PDF with Mozilla's pdf.js, which this service hosts itself. It draws every annotation as the file has it and runs none of its scripts.
const LARGEST_CANVAS = 16e6, SHARPEST = 3;
const folder = document.body.dataset.viewer;
let library = null;

/** Whether this installation has pdf.js. */
export const present = folder !== "";

/** Opens a document; the bytes stay as they are. Fails when it is no PDF that can be shown. */
export async function open(bytes) {
  const base = new URL(folder, document.baseURI).href;
  library ??= import(base + "pdf.min.mjs");
  const pdf = await library;
  pdf.GlobalWorkerOptions.workerSrc = base + "pdf.worker.min.mjs";
  const loading = pdf.getDocument({
    data: bytes.slice(), useWasm: false, wasmUrl: base + "wasm/", cMapUrl: base + "cmaps/", standardFontDataUrl: base + "standard_fonts/", enableXfa: false, verbosity: 0,
  });
  return new Showing(pdf, await loading.promise);
}

class Showing {
  #pdf; #file; #task = null;

  constructor(pdf, file) {
    this.#pdf = pdf;
    this.#file = file;
  }

  get pages() { return this.#file.numPages; }

  /** Draws a page as wide as asked, in CSS pixels, and gives its viewport; null when a later drawing overtook it. */
  async draw(number, canvas, width) {
    this.#task?.cancel();
    const page = await this.#file.getPage(number), natural = page.getViewport({ scale: 1 });
    const scale = width / natural.width;
    const density = Math.min(Math.max(devicePixelRatio, 1), SHARPEST, Math.sqrt(LARGEST_CANVAS / (natural.width * natural.height)) / scale);
    const viewport = page.getViewport({ scale: scale * density });
    const sheet = document.createElement("canvas");
    sheet.width = Math.ceil(viewport.width);
    sheet.height = Math.ceil(viewport.height);
    const task = this.#task = page.render({ canvas: sheet, viewport, annotationMode: this.#pdf.AnnotationMode.ENABLE });
    try {
      await task.promise;
    } catch (fault) {
      if (fault instanceof this.#pdf.RenderingCancelledException) return null;
      throw fault;
    }
    if (task !== this.#task) return null;
    canvas.width = sheet.width;
    canvas.height = sheet.height;
    canvas.style.width = width + "px";
    canvas.getContext("2d").drawImage(sheet, 0, 0);
    return page.getViewport({ scale });
  }

  /** The words of a page, for those who listen. */
  async text(number) {
    const content = await (await this.#file.getPage(number)).getTextContent();
    return content.items.map(item => item.str + (item.hasEOL ? "\n" : "")).join("");
  }

  close() { return this.#file.loadingTask.destroy(); }
}
