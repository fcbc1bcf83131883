// Where the focus goes when the main part is another: where one was if the record was saved, else to its beginning.
"use strict";

let left = null;

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "main") return;
  const main = document.getElementById("main");
  const record = main.querySelector("[data-shown]");
  const at = document.activeElement;
  const box = at && at.closest(".pick");
  left = {
    shown: record ? record.dataset.shown : "", top: main.scrollTop,
    name: at && at.closest("form.fields") ? at.name || (box && box.querySelector("[type=hidden]").name) || "" : "",
    caret: at && Number.isInteger(at.selectionStart) ? [at.selectionStart, at.selectionEnd] : null,
    open: [...main.querySelectorAll("details")].map((one, n) => (one.open ? n : -1)),
  };
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (!left || (event.detail.target.id !== "main" && event.target.id !== "main")) return;
  const main = document.getElementById("main");
  const record = main.querySelector("[data-shown]");
  const alarm = main.querySelector("[role=alert]");
  const said = main.querySelector(".saved");
  const heading = main.querySelector("h1");
  document.getElementById("said").textContent = said ? said.textContent : heading ? heading.textContent : "";
  if (alarm) {
    alarm.tabIndex = -1;
    alarm.focus();
  } else if (record && record.dataset.changed && left.shown === record.dataset.shown) {
    main.querySelectorAll("details").forEach((one, n) => { if (left.open.includes(n)) one.open = true; });
    main.scrollTop = left.top;
    const named = left.name && main.querySelector(`[name="${CSS.escape(left.name)}"]`);
    const field = named && named.type === "hidden" ? named.parentElement.querySelector("[role=combobox]") : named;
    (field || main.querySelector("form.fields button.main") || main).focus({ preventScroll: true });
    if (field && left.caret) field.setSelectionRange(...left.caret);
  } else if (!record || !record.dataset.field) {
    main.focus({ preventScroll: true });
  }
  left = null;
});

// What stands beside the main part follows: each answer has the numbers of records and the filings as they are now, and an open list
// whose number changed is read anew.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id !== "main" || !event.detail.xhr) return;
  const told = parsed(event.detail.xhr.responseText);
  const filings = document.getElementById("filing");
  const there = told.getElementById("filing");
  if (there && !filings && !event.target.querySelector("[role=alert]")) location.reload();  // the first one: a document beside it
  if (there && filings && filings.textContent !== there.textContent) {
    const before = filings.value;
    filings.innerHTML = there.innerHTML;
    if ([...filings.options].some((one) => one.value === before)) filings.value = before;
    else filings.dispatchEvent(new Event("change"));
  }
  const listed = told.querySelectorAll("[data-listed]");  // the same ones, of which others may be shown
  document.querySelectorAll("[data-listed]").forEach((one, n) => { if (listed[n]) one.hidden = listed[n].hidden; });
  for (const now of told.querySelectorAll("[data-number]")) {
    const kind = now.dataset.number;
    const shown = document.querySelector(`[data-number="${kind}"]`);
    if (!shown || shown.textContent === now.textContent) continue;
    shown.textContent = now.textContent;
    const list = document.getElementById(`of-${kind}`);
    if (list && list.children.length) {
      htmx.ajax("GET", `/outline/${kind}`, { target: list, select: "#records", swap: "innerHTML", source: list });
    }
  }
});
