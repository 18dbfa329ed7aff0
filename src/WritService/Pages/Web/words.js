// Every text of the pages stands in Chinese and in English; <html lang> says which of them base.css shows.

/** The language shown, as Accept-Language names it. */
export const language = () => document.documentElement.lang;

/** Puts a text in both languages into an element. */
export function say(element, zh, en) {
  element.replaceChildren(span("zh-CN", zh), span("en", en));
}

/** A new element that says a text in both languages. */
export function saying(name, zh, en) {
  const element = document.createElement(name);
  say(element, zh, en);
  return element;
}

/** The two buttons that choose the language; ?lang=en chooses at once. */
export function offerLanguages() {
  const buttons = document.querySelectorAll("[data-language]");
  const choose = chosen => {
    document.documentElement.lang = chosen;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.language === chosen));
  };
  for (const button of buttons) button.addEventListener("click", () => choose(button.dataset.language));
  choose(new URLSearchParams(location.search).get("lang") === "en" ? "en" : "zh-CN");
}

function span(lang, text) {
  const element = document.createElement("span");
  element.lang = lang;
  element.textContent = text;
  return element;
}
