// A signing ticket: a compact JWS (RFC 7515). The page reads what it says; whether it is genuine the service asks.
const LONGEST = 64 * 1024;

/** What a ticket says, or null when it cannot be read. */
export function readTicket(text) {
  const parts = text.trim().split(".");
  if (text.length > LONGEST || parts.length !== 3) return null;
  try {
    const facts = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(fromBase64Url(parts[1])));
    const { document, slots, person, acts } = facts;
    return typeof document.sha256 === "string" && typeof person.name === "string" && Array.isArray(slots) && slots.length > 0 && Array.isArray(acts) && acts.length > 0 && Number.isFinite(facts.exp)
      ? { text: text.trim(), facts }
      : null;
  } catch {
    return null;
  }
}

/** SHA-256 in lower-case hexadecimal. */
export async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, byte => byte.toString(16).padStart(2, "0")).join("");
}

function fromBase64Url(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), character => character.charCodeAt(0));
}
