
"use strict";
// The document is whole without this script, which makes buttons of the names and folds the texts.
const articles = [...document.querySelectorAll("main article")];
const rows = [...document.querySelectorAll("#contents li")];
const texts = [...document.querySelectorAll("main details")];
const choice = document.getElementById("choice");
const folding = document.getElementById("folding");
const chosen = new Set();

function show() {
  const wanted = [...chosen];
  let shown = 0;
  articles.forEach((article, index) => {
    const values = (article.dataset.values || "").split(" ");
    const fits = wanted.every((value) => values.includes(value));
    article.hidden = rows[index].hidden = !fits;
    shown += fits;
  });
  const output = choice.querySelector("output");
  const number = (value) => value.toLocaleString(document.documentElement.lang);
  choice.hidden = !chosen.size;
  output.textContent = output.dataset.sentence
    .replace("{shown}", number(shown))
    .replace("{all}", number(articles.length));
  for (const button of document.querySelectorAll("#names li button")) {
    button.setAttribute("aria-pressed", chosen.has(button.parentElement.dataset.value));
  }
}

for (const row of document.querySelectorAll("#names li")) {
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-pressed", "false");
  button.append(...row.childNodes);
  button.addEventListener("click", () => {
    const value = row.dataset.value;
    chosen.delete(value) || chosen.add(value);
    show();
  });
  row.append(button);
}

if (choice) {
  choice.querySelector("button").addEventListener("click", () => {
    chosen.clear();
    show();
  });
}

if (folding && texts.length) {
  folding.hidden = false;
  const button = folding.querySelector("button");
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    texts.forEach((text) => { text.open = open; });
    const other = button.textContent;
    button.textContent = button.dataset.other;
    button.dataset.other = other;
    button.setAttribute("aria-expanded", open);
  });
}

if (!CSS.supports("selector(::details-content)")) {
  addEventListener("beforeprint", () => texts.forEach((text) => { text.open = true; }));
}
