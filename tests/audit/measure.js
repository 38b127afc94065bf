/* Sizes of what a reader sees: running text, the smallest text, the smallest thing to tap. */
() => {
  const hidden = (element) => {
    for (let e = element; e && e !== document.body; e = e.parentElement) {
      const style = getComputedStyle(e);
      if (style.visibility === "hidden" || style.display === "none") return true;
      const box = e.getBoundingClientRect();
      if (style.overflow === "hidden" && (box.width <= 1 || box.height <= 1)) return true;
    }
    return false;
  };
  const size = (element, pseudo) => {
    const scale = element instanceof SVGElement ? element.getScreenCTM().a : 1;
    return parseFloat(getComputedStyle(element, pseudo).fontSize) * scale;
  };
  const seen = [];
  const note = (element, text, pseudo) => {
    if (/[\p{L}\p{N}]/u.test(text) && !hidden(element)) seen.push({ element, text, px: size(element, pseudo) });
  };
  for (const element of document.body.querySelectorAll("*:not(script):not(noscript):not(style):not(title):not(desc)")) {
    const own = [...element.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data.trim()).join("");
    if (own && element.getClientRects().length) note(element, own);
    for (const pseudo of ["::before", "::after"]) {
      const made = getComputedStyle(element, pseudo);
      if (!/^(none|normal|url.*)$/.test(made.content) && made.display !== "none") note(element, made.content, pseudo);
    }
  }
  /* Running text: the size in which most words of paragraphs and lists stand. */
  const words = new Map();
  for (const one of seen.filter((one) => one.element.closest("#main p, #main li, #main dd"))) {
    const group = words.get(one.px) || { ...one, length: 0, longest: 0 };
    group.length += one.text.length;
    if (one.text.length > group.longest) Object.assign(group, one, { longest: one.text.length });
    words.set(one.px, group);
  }
  const body = [...words.values()].sort((a, b) => b.length - a.length)[0] || seen[0];
  const least = seen.reduce((a, b) => (b.px < a.px ? b : a));
  const told = ({ element, text, px }) => ({
    px: Math.round(px * 100) / 100,
    where: `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") || ""}">${text.slice(0, 20)}`,
  });
  /* What can be tapped, by the shorter side of where it answers; a link on several lines is as wide as all its pieces. */
  const TARGETS = "a[href], button, summary, select, textarea, input:not([type=hidden]), label[for]:not(:empty)";
  const side = (element) => {
    const boxes = [...element.getClientRects()];
    return Math.min(Math.max(...boxes.map((b) => b.height)), boxes.reduce((sum, b) => sum + b.width, 0));
  };
  const answers = [...document.querySelectorAll(TARGETS)]
    .filter((e) => e.getClientRects().length && !hidden(e) && !(e.matches("label") && e.control && !hidden(e.control)))
    .map((element) => ({ element, text: element.textContent.trim(), px: side(element) }));
  const tapped = answers.reduce((a, b) => (b.px < a.px ? b : a), { element: document.body, text: "", px: Infinity });
  return { body: told(body), least: told(least), target: told(tapped) };
};
