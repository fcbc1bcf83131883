// A field that names a record: words of its title find it, its id is what the form sends. By mouse and by keyboard.
"use strict";

const parts = (box) => ({
  kept: box.querySelector("input[type=hidden]"), words: box.querySelector("[role=combobox]"),
  place: box.querySelector(".pinpoint"), offers: box.querySelector("[role=listbox]"), none: box.querySelector(".none"),
});
const asked = new WeakMap();
const answers = new WeakMap();

function hold(box, id) {
  const { kept, place } = parts(box);
  box.dataset.id = id;
  const at = place && place.value.trim();
  kept.value = id && at ? `${id}, ${at}` : id;
  kept.dispatchEvent(new Event("input", { bubbles: true }));
}

function idIn(box) {
  const { kept, place } = parts(box);
  if ("id" in box.dataset) return box.dataset.id;
  return place ? kept.value.split(", ")[0] : kept.value;
}

function shut(box) {
  const { words, offers } = parts(box);
  offers.hidden = true;
  words.setAttribute("aria-expanded", "false");
  words.removeAttribute("aria-activedescendant");
}

function activate(box, offer) {
  const { words, offers } = parts(box);
  for (const one of offers.children) one.setAttribute("aria-selected", String(one === offer));
  if (!offer) return words.removeAttribute("aria-activedescendant");
  words.setAttribute("aria-activedescendant", offer.id);
  offer.scrollIntoView({ block: "nearest" });
}

function choose(box, offer) {
  const { words, none, place } = parts(box);
  words.value = offer.dataset.title;
  words.removeAttribute("aria-invalid");
  none.textContent = "";
  hold(box, offer.dataset.id);
  shut(box);
  if (place && !place.value) place.focus();
}

function offer(box) {
  answers.set(box, ask(box));
}

async function ask(box) {
  const { words, offers, none } = parts(box);
  const turn = (asked.get(box) || 0) + 1;
  asked.set(box, turn);
  const to = `/pick?kinds=${encodeURIComponent(box.dataset.pick)}&q=${encodeURIComponent(words.value.trim())}`;
  const told = await (await fetch(to)).json();
  if (asked.get(box) !== turn || document.activeElement !== words) return;
  offers.replaceChildren(...told.found.map((one, n) => {
    const made = document.createElement("span");
    made.id = `${offers.id}-${n}`;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    Object.assign(made.dataset, { id: one.id, title: one.title });
    made.textContent = one.title;
    if (one.kind) made.append(Object.assign(document.createElement("small"), { textContent: one.kind }));
    return made;
  }));
  offers.hidden = !told.found.length;
  words.setAttribute("aria-expanded", String(!offers.hidden));
  words.removeAttribute("aria-activedescendant");
  none.textContent = told.found.length ? (told.more ? `${told.more} more; type another word` : "") : "Nothing of this name yet.";
}

// What was typed and not chosen counts where it is a title or an id; else it is kept as it stands, and said to be new.
function leave(box) {
  const { words, offers, none } = parts(box);
  asked.set(box, (asked.get(box) || 0) + 1);
  const typed = words.value.trim();
  if (words.dataset.typed) {
    const same = (one) => [one.dataset.title, one.dataset.id].some((said) => said.toLowerCase() === typed.toLowerCase());
    const found = [...offers.children].find(same);
    if (found) { words.value = found.dataset.title; hold(box, found.dataset.id); }
    words.toggleAttribute("aria-invalid", Boolean(typed && !found));
    none.textContent = typed && !found ? "Nothing of this name yet: choose from what is offered, or add it first." : "";
  } else none.textContent = "";
  delete words.dataset.typed;
  shut(box);
}

document.addEventListener("input", (event) => {
  const box = event.target.closest(".pick");
  if (!box || event.target.type === "hidden") return;
  if (event.target.matches(".pinpoint")) return hold(box, idIn(box));
  event.target.dataset.typed = "1";
  hold(box, event.target.value.trim());
  offer(box);
});
document.addEventListener("focusout", (event) => {
  const box = event.target.matches("[role=combobox]") && event.target.closest(".pick");
  if (box) leave(box);
});
document.addEventListener("pointerdown", (event) => {
  const chosen = event.target.closest(".pick [role=option]");
  if (!chosen) return;
  event.preventDefault();
  const box = chosen.closest(".pick");
  delete parts(box).words.dataset.typed;
  choose(box, chosen);
});
document.addEventListener("click", (event) => {
  const words = event.target.closest("[role=combobox]");
  if (words && words.getAttribute("aria-expanded") === "false") { words.select(); offer(words.closest(".pick")); }
});
// A key pressed before the answer to what was typed is there acts on that answer, never on the offers of an earlier word.
async function press(box, key) {
  await answers.get(box);
  const { words, offers } = parts(box);
  if (document.activeElement !== words) return;
  const all = [...offers.children];
  const now = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
  if (key === "Enter") {
    if (offers.hidden || (now < 0 && all.length !== 1)) return;
    delete words.dataset.typed;
    choose(box, all[Math.max(now, 0)]);
  } else if (offers.hidden) offer(box);
  else {
    const step = key === "ArrowDown" ? 1 : -1;
    activate(box, all[now < 0 && step < 0 ? all.length - 1 : (now + step + all.length) % all.length]);
  }
}

document.addEventListener("keydown", (event) => {
  const box = event.target.matches("[role=combobox]") && event.target.closest(".pick");
  if (!box) return;
  const open = !parts(box).offers.hidden;
  if (event.key === "ArrowDown" || event.key === "ArrowUp" || (event.key === "Enter" && open)) {
    event.preventDefault();
    press(box, event.key);
  } else if (event.key === "Escape" && open) {
    event.preventDefault();
    shut(box);
  }
});
