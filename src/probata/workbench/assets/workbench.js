// The document beside the records, forms that grow, and news of changes. No state but what can be lost.
"use strict";

const frame = document.getElementById("page");
const filing = document.getElementById("filing");
const part = document.getElementById("part");
const state = document.getElementById("document-state");
const main = () => document.getElementById("main");
let shownRecord = "";
let isFresh = false;
let isFromDocument = false;

const shape = document.getElementById("shape");
const address = () => `/document/${encodeURIComponent(filing.value)}/${shape.value}?part=${encodeURIComponent(part.value)}`;
const inFrame = () => (frame && frame.contentDocument && frame.contentDocument.body ? frame.contentDocument : null);

function openDocument() {
  if (!frame || !filing.value) return;
  frame.src = address();
}

// Whatever is loaded tells which reading of the case it shows; the document follows, once for each, its findings after it.

let seen = Number(document.body.dataset.revision);
let wanted = seen;
let renewing = false;
let sending = null;

async function renewDocument(revision) {
  wanted = Math.max(wanted, Number(revision));
  if (!filing || renewing || sending || seen >= wanted) return;
  renewing = true;
  state.textContent = "…";
  try {
    while (seen < wanted) await renewOnce();
  } finally {
    renewing = false;
    state.textContent = "";
  }
  await mark();
}

const parsed = (text) => new DOMParser().parseFromString(text, "text/html");
const looks = (page) => page.querySelector("link[rel=stylesheet]")?.getAttribute("href");

async function renewOnce() {
  const asked = address();
  const answer = await fetch(asked);
  const page = parsed(await answer.text());
  if (asked !== address()) return;
  seen = Number(answer.headers.get("x-revision")) || wanted;
  const there = inFrame();
  if (!there || looks(there) !== looks(page)) openDocument();
  else Idiomorph.morph(there.body, page.body);
}

async function mark() {
  const there = inFrame();
  if (!there) return;
  const answer = await fetch(`/document/${encodeURIComponent(filing.value)}/findings?of=${seen}`);
  if (answer.status === 204) return;
  const told = await answer.json();
  const parts = told.parts.map((one) => `<option value="${one}">${one || "brief"}</option>`).join("");
  if (part.innerHTML !== parts) {
    const before = part.value;
    part.innerHTML = parts;
    part.value = told.parts.includes(before) ? before : told.parts[0] || "";
  }
  part.closest("label").hidden = told.parts.length < 2;
  for (const one of there.querySelectorAll(".found")) one.classList.remove("found", "should");
  for (const [record, found] of Object.entries(told.found)) {
    const levels = found.map((one) => one.level);
    if (!levels.includes("error") && !levels.includes("warning")) continue;
    const first = there.querySelector(`[data-record="${CSS.escape(record)}"]`);
    const block = first && (first.closest("p, h2, h3, h4, tr") || first);
    if (!block) continue;
    block.classList.add("found");
    block.classList.toggle("should", !levels.includes("error"));
    block.title = found.map((one) => one.message).join("\n");
  }
  pointOut(isFresh);
  isFresh = false;
}

function pointOut(scroll) {
  const there = inFrame();
  if (!there) return;
  for (const one of there.querySelectorAll(".shown")) one.classList.remove("shown");
  const places = shownRecord ? there.querySelectorAll(`[data-record="${CSS.escape(shownRecord)}"]`) : [];
  for (const one of places) one.classList.add("shown");
  if (scroll && places.length) there.defaultView.scrollBy(0, places[0].getBoundingClientRect().top - there.defaultView.innerHeight / 3);
}

function goTo(record, field) {
  const to = `/document/${encodeURIComponent(filing.value)}/from?${new URLSearchParams({ record, field })}`;
  htmx.ajax("GET", to, { source: document.body, push: to });
}

function listen() {
  const there = inFrame();
  if (!there) return;
  there.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link) {
      if (!link.getAttribute("href").startsWith("#")) event.preventDefault();
      return;
    }
    const found = event.target.closest("[data-record], p, li, th, td, h1, h2, h3, h4, figure");
    if (!found || there.getSelection().type === "Range") return;
    isFromDocument = true;
    goTo(found.dataset.record || "", found.dataset.field || "");
  });
  for (const name of ["dragover", "drop"]) there.addEventListener(name, (event) => event.preventDefault());  // else the file takes its place
  isFresh = true;
  mark();
}

if (frame) {
  frame.addEventListener("load", listen);
  filing.addEventListener("change", () => show(filing.value));
  part.addEventListener("change", openDocument);
  shape.addEventListener("change", openDocument);
  document.getElementById("wide").addEventListener("click", () => widen(!document.body.classList.contains("wide")));
  window.addEventListener("load", () => { if (!frame.src) openDocument(); });  // the page itself is there first
  document.addEventListener("probata:revision", (event) => renewDocument(event.detail));
}

// Forms: entries come and go, and a field that a record lacks is put in where it is chosen.

async function blank(kind, path) {
  const answer = await fetch(`/blank/${kind}?path=${encodeURIComponent(path)}`);
  const page = parsed(await answer.text());
  return page.querySelector("#blank").firstElementChild;
}

function put(made, before) {
  before.parentNode.insertBefore(made, before);
  htmx.process(made);
  const first = made.querySelector("input:not([type=hidden]), select, textarea");
  if (first) first.focus();
}

document.addEventListener("click", async (event) => {
  const removed = event.target.closest("[data-remove]");
  if (removed) {
    const entry = removed.closest("[data-entry]");
    const next = entry.parentNode.querySelector("[data-add]") || entry.closest("form");
    const more = removed.dataset.remove && entry.parentNode.closest("[data-entry], form").querySelector(":scope > .more");
    if (more) {
      more.hidden = false;
      more.querySelector("select").add(new Option(removed.getAttribute("aria-label").replace("Remove ", ""), removed.dataset.remove));
    }
    entry.remove();
    if (next && next.focus) next.focus();
    return;
  }
  const added = event.target.closest("[data-add]");
  if (added) {
    const list = added.closest("[data-path]");
    const number = Number(list.dataset.next);
    list.dataset.next = String(number + 1);
    const made = await blank(added.dataset.kind, `${list.dataset.path}.${number}`);
    const entries = list.querySelector("[data-entries]");
    put(made, entries.appendChild(document.createComment("")));
  }
});

document.addEventListener("change", async (event) => {
  const chosen = event.target.closest("[data-more]");
  if (chosen && chosen.value) {
    const made = await blank(chosen.dataset.kind, chosen.value);
    chosen.querySelector(`option[value="${CSS.escape(chosen.value)}"]`).remove();
    chosen.value = "";
    put(made, chosen.closest(".more"));
  }
});

// A small toolbar below the text in which one writes: emphasis, citations, and how many words there are.

let writing = null;

function count() {
  const words = writing.value.trim() ? writing.value.trim().split(/\s+/u).length : 0;
  document.querySelector(".toolbar output").textContent = `${words} word${words === 1 ? "" : "s"}`;
}

function typeIn(before, after) {
  const [start, end] = [writing.selectionStart, writing.selectionEnd];
  const inside = writing.value.slice(start, end);
  writing.focus();
  writing.setRangeText(before + inside + after, start, end, "end");
  if (!inside) writing.setSelectionRange(start + before.length, start + before.length);
  writing.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("focusin", (event) => {
  const text = event.target.closest("textarea[data-marked]");
  const template = document.getElementById("toolbar");
  if (!text || text === writing && document.querySelector(".toolbar") || !template) return;
  document.querySelectorAll(".toolbar").forEach((one) => one.remove());
  writing = text;
  text.after(template.content.cloneNode(true));
  count();
});
document.addEventListener("input", (event) => { if (event.target === writing && document.querySelector(".toolbar")) count(); });
document.addEventListener("click", (event) => {
  const wrap = event.target.closest("[data-wrap]");
  if (wrap) typeIn(wrap.dataset.wrap, wrap.dataset.wrap);
  const put = event.target.closest("[data-put]");
  if (put) {
    const bar = put.closest(".toolbar");
    const cited = bar.querySelector(".pick input[type=hidden]").value;
    if (cited) typeIn("", `[@${cited}]`);
  }
});

// What was loaded: a record is pointed out in the document, a saved one is seen there at once.

function loaded() {
  const record = main().querySelector("[data-shown]");
  const before = shownRecord;
  shownRecord = record ? record.dataset.shown.replace(/^case\/.*/, "case") : "";
  if (shownRecord !== before) { pointOut(!isFromDocument); isFromDocument = false; }
  const asked = record && record.dataset.field;
  if (asked) {
    const name = CSS.escape(asked);
    const field = document.querySelector(`[name="f.${name}"], [name^="f.${name}."]`);
    for (let one = field && field.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
    if (field) { (field.type === "hidden" ? field.parentElement.querySelector("input:not([type=hidden]), textarea, select") || field : field).focus(); field.scrollIntoView({ block: "center" }); }
  }
  if (!frame) return;
  const told = main().querySelector("[data-filing]");
  if (told && told.dataset.filing !== filing.value) show(told.dataset.filing);
  widen(false);
}

// What the main part is about is the document beside it; in full width the document is the main part of the page.

function show(one) {
  filing.value = one;
  part.innerHTML = "";
  openDocument();
}

function widen(wide) {
  document.body.classList.toggle("wide", wide);
  document.getElementById("wide").setAttribute("aria-pressed", String(wide));
  document.getElementById("document").setAttribute("role", wide ? "main" : "region");
}

document.addEventListener("htmx:afterSettle", (event) => { if (event.target.id === "main" || event.detail.target.id === "main") loaded(); });
document.addEventListener("DOMContentLoaded", loaded);
loaded();

// A form that was changed and not saved asks before it is left. While it is being saved, whoever leaves it waits for the answer, and so
// does the document; what is typed meanwhile is put into the form that comes back.

let unsaved = false;
let typed = [];
let waiting = null;
const typedIn = (form) => [...form.querySelectorAll(":is(input:not([type=radio]), select, textarea):is([name], [id]):not(.toolbar *)")];
const mayLeave = () => !unsaved || window.confirm("What you changed here is not saved. Leave it?");

document.addEventListener("input", (event) => { if (event.target.closest("form.fields")) unsaved = true; });
document.addEventListener("htmx:confirm", (event) => {
  const { target, elt, issueRequest } = event.detail;
  if (target.id !== "main") return;
  if (sending) waiting = elt.matches("form.fields") ? waiting : issueRequest;
  else if (elt.closest("form.fields") || mayLeave()) return;
  event.preventDefault();
});
document.addEventListener("htmx:beforeRequest", ({ detail: { elt } }) => {
  if (elt.matches("form.fields")) sending = new Map(typedIn(elt).map((one) => [one, one.value]));
});
document.addEventListener("htmx:beforeOnLoad", ({ detail: { elt, xhr } }) => {
  if (elt.matches("form.fields")) {
    typed = typedIn(elt).filter((one) => sending.get(one) !== one.value);
    sending = null;
  }
  renewDocument(xhr.getResponseHeader("x-revision"));
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "main") return;
  for (const { name, id, value } of typed) {
    const field = main().querySelector(name ? `[name="${CSS.escape(name)}"]` : `#${CSS.escape(id)}`);
    if (field) field.value = value;
  }
  if (typed.length) main().querySelector(".saved")?.remove();
  unsaved = typed.length > 0 || Boolean(main().querySelector("form[data-unsaved]"));
  typed = [];
});
document.addEventListener("htmx:afterRequest", ({ detail: { elt } }) => {
  if (!elt.matches("form.fields")) return;
  const next = waiting;
  sending = waiting = null;
  renewDocument(wanted);
  if (next && mayLeave()) next(true);
});
window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "s") {
    const form = document.querySelector("form.fields");
    if (form) { event.preventDefault(); form.requestSubmit(); }
  }
});
