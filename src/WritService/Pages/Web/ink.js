// Ink as a hand writes it: pointer events become point groups of the signature_pad format, with time and pressure.
const MOST_POINTS = 20000, MOST_STROKES = 1000, LEAST_POINTS = 4, LEAST_EXTENT = 8;

export class InkPad {
  #canvas; #changed; #strokes = []; #pointer = null; #penSeen = false;

  /** Writes on a canvas; calls back after every stroke. The canvas keeps its own coordinates however large it is shown. */
  constructor(canvas, changed) {
    this.#canvas = canvas;
    this.#changed = changed;
    canvas.addEventListener("pointerdown", event => this.#begin(event));
    canvas.addEventListener("pointermove", event => this.#move(event));
    for (const kind of ["pointerup", "pointercancel"]) canvas.addEventListener(kind, event => this.#end(event));
  }

  /** Takes up other strokes: those of another place. */
  show(strokes) {
    this.#strokes = strokes;
    this.#pointer = null;
    this.#draw();
  }

  undo() {
    this.#strokes.pop();
    this.#draw();
    this.#changed();
  }

  clear() {
    this.#strokes.length = 0;
    this.#draw();
    this.#changed();
  }

  #begin(event) {
    this.#penSeen ||= event.pointerType === "pen";
    // A palm beside the pen is not a hand that writes; nor are a second finger and another button.
    if (this.#pointer !== null || event.button !== 0 || (this.#penSeen && event.pointerType === "touch") || this.#strokes.length >= MOST_STROKES) return;
    event.preventDefault();
    this.#pointer = event.pointerId;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#strokes.push({ points: [] });
    this.#add(event);
  }

  #move(event) {
    if (event.pointerId !== this.#pointer) return;
    event.preventDefault();
    const between = event.getCoalescedEvents?.() ?? [];
    for (const point of between.length ? between : [event]) this.#add(point);
  }

  #end(event) {
    if (event.pointerId !== this.#pointer) return;
    this.#pointer = null;
    this.#changed();
  }

  #add(event) {
    if (count(this.#strokes) >= MOST_POINTS) return;
    const box = this.#canvas.getBoundingClientRect(), points = this.#strokes.at(-1).points, round = value => Math.round(value * 100) / 100;
    points.push({
      x: round((event.clientX - box.left) * this.#canvas.width / box.width),
      y: round((event.clientY - box.top) * this.#canvas.height / box.height),
      time: Math.round(performance.timeOrigin + event.timeStamp),
      pressure: round(event.pressure),
    });
    drawStroke(this.#canvas.getContext("2d"), points.slice(-3));
  }

  #draw() {
    drawInk(this.#canvas, this.#strokes);
  }
}

/** A blank, a dot or a tap is no signature: the same measure as the service's. */
export function isEnough(strokes) {
  if (count(strokes) < LEAST_POINTS) return false;
  let way = 0, left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  for (const { points } of strokes) {
    points.forEach((point, index) => {
      if (index > 0) way += Math.hypot(point.x - points[index - 1].x, point.y - points[index - 1].y);
      left = Math.min(left, point.x);
      right = Math.max(right, point.x);
      top = Math.min(top, point.y);
      bottom = Math.max(bottom, point.y);
    });
  }
  const extent = Math.max(right - left, bottom - top);
  return extent >= LEAST_EXTENT && way >= extent;
}

/** As an attestation takes it. */
export const asInk = strokes => ({ format: "signature_pad", data: strokes });

export function drawInk(canvas, strokes) {
  const context = canvas.getContext("2d");
  context.clearRect(0, 0, canvas.width, canvas.height);
  for (const { points } of strokes) drawStroke(context, points);
}

function drawStroke(context, points) {
  context.lineCap = context.lineJoin = "round";
  context.strokeStyle = "#14213d";
  points.forEach((point, index) => {
    const before = points[Math.max(0, index - 1)];
    context.lineWidth = 2 + 4 * point.pressure;
    context.beginPath();
    context.moveTo(before.x, before.y);
    context.lineTo(point.x, point.y);
    context.stroke();
  });
}

const count = strokes => strokes.reduce((sum, stroke) => sum + stroke.points.length, 0);
