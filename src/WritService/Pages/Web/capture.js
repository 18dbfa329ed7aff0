// What the tablet sends: ticket, act, what was shown, how it was read.
import { language } from "./words.js";

/** The moment on this device's clock, with its offset (RFC 3339). */
export function moment(date = new Date()) {
  const offset = -date.getTimezoneOffset(), two = value => String(value).padStart(2, "0");
  const local = new Date(date.getTime() + offset * 60000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}

/** This device, as far as a page can know. */
export function device(name) {
  return { name: name || navigator.userAgentData?.platform || navigator.platform || "tablet", userAgent: navigator.userAgent.slice(0, 400), screen: `${screen.width}x${screen.height}@${devicePixelRatio}` };
}

/** Sends a capture: { capture } as sealed by the service, or { zh, en, items } to tell the person. */
export async function send(body) {
  let response;
  try {
    response = await fetch("v1/captures", {
      method: "POST", headers: { "Content-Type": "application/json", "Accept": "application/json", "Accept-Language": language() }, body: JSON.stringify(body),
    });
  } catch {
    return { zh: "未能连接服务，内容仍在此页，请稍后再提交。", en: "The service cannot be reached. Nothing is lost; submit again later.", items: [] };
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && typeof answer?.capture === "string") return { sealed: answer };
  if (response.status === 401 || response.status === 403)
    return { zh: "本服务未向此设备开放采集（captures:write），请联系管理员。", en: "This device may not post captures here (captures:write).", items: [] };
  // The service answers in the language asked for.
  const text = [answer?.title, answer?.detail].filter(Boolean).join(language() === "en" ? ". " : "：") || `HTTP ${response.status}`;
  return { zh: text, en: text, items: (answer?.errors ?? []).map(error => error.text + (error.basis ? `（${error.basis}）` : "")), code: answer?.code };
}
