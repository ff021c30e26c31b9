"use strict";
(() => {
  const wide = matchMedia("(min-width: 56rem)");

  // A relation: its trigger, arguments and, once opened, its sentence.
  const marks = (item) => {
    const article = item.closest("article");
    const wanted = [`[data-r~="${item.dataset.r}"]`, ...item.dataset.m.split(" ").map((m) => `[data-m~="${m}"]`)];
    return article.querySelectorAll(wanted.map((w) => `.text ${w}`).join(","));
  };
  const button = (item) => item.querySelector("button");
  const open = (item) => button(item).getAttribute("aria-expanded") === "true";
  const show = (article, shown) => {
    for (const mark of article.querySelectorAll(".on")) mark.classList.remove("on");
    const items = [...article.querySelectorAll(".relations li:not([hidden])")];
    const lit = items.filter((item) => item === shown || (!shown && open(item)));
    for (const item of lit) for (const mark of marks(item)) mark.classList.add("on");
  };
  for (const item of document.querySelectorAll(".relations li")) {
    const article = item.closest("article");
    for (const event of ["mouseenter", "focusin"]) item.addEventListener(event, () => show(article, item));
    for (const event of ["mouseleave", "focusout"]) item.addEventListener(event, () => show(article, null));
    button(item).addEventListener("click", () => {
      const opened = !open(item);
      button(item).setAttribute("aria-expanded", opened);
      item.querySelector(".evidence").hidden = !opened;
      show(article, opened ? item : null);
      // Where text and list stand side by side, the text follows.
      if (opened && wide.matches) article.querySelector(`.text [data-r~="${item.dataset.r}"]`)?.scrollIntoView({ block: "nearest" });
    });
  }

  // An entity: its mentions.
  const mentions = (article, entity, on) => {
    for (const mark of article.querySelectorAll(`.text [data-e="${entity}"]`)) mark.classList.toggle("on", on);
  };
  for (const name of document.querySelectorAll("table button")) {
    const article = name.closest("article");
    for (const event of ["mouseenter", "focus"]) name.addEventListener(event, () => mentions(article, name.dataset.e, true));
    for (const event of ["mouseleave", "blur"]) name.addEventListener(event, () => mentions(article, name.dataset.e, false));
    name.addEventListener("click", () => {
      mentions(article, name.dataset.e, true);
      article.querySelector(`.text [data-e="${name.dataset.e}"]`)?.scrollIntoView({ block: "center" });
    });
  }

  // The filter: the kinds that occur, and how often.
  const items = [...document.querySelectorAll(".relations li")];
  const counts = new Map();
  for (const item of items) counts.set(item.dataset.kind, (counts.get(item.dataset.kind) ?? 0) + 1);
  if (counts.size < 2) return;
  const filter = document.querySelector(".filter");
  const fields = filter.querySelector("fieldset");
  const boxes = [];
  const apply = () => {
    const kept = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    for (const item of items) item.hidden = !kept.has(item.dataset.kind);
    for (const article of document.querySelectorAll("article")) show(article, null);
    const left = items.filter((item) => !item.hidden).length;
    filter.querySelector("output").textContent = left === items.length ? "" : ` (${left} of ${items.length} relations shown)`;
  };
  for (const [kind, count] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", value: kind, checked: true });
    box.addEventListener("change", apply);
    boxes.push(box);
    label.append(box, `${kind.replaceAll("_", " ")} (${count})`);
    fields.append(label);
  }
  for (const [number, all] of [...filter.querySelectorAll("button")].entries())
    all.addEventListener("click", () => {
      for (const box of boxes) box.checked = number === 0;
      apply();
    });
  filter.hidden = false;
})();
