// News of changes made elsewhere, and answers that do not come: what was typed stays where it is.
"use strict";

const SILENT = "Probata does not answer, and nothing is saved now. What you typed is still here. If Probata has ended, copy it, start Probata again, and paste it there.";
const news = document.getElementById("news");

function tell(text) {
  news.textContent = text;
  news.hidden = !text;
}

// While a window is not seen it keeps no connection: a browser has six of them for all its windows.

let events = null;
let last = null;

function listenForNews() {
  if (document.visibilityState === "hidden" || !document.getElementById("outline")) {
    if (events) events.close();
    events = null;
    return;
  }
  if (events) return;
  events = new EventSource("/events");
  events.addEventListener("revision", (event) => {
    tell("");
    if (event.data !== last) document.dispatchEvent(new CustomEvent("probata:revision", { detail: event.data }));
    last = event.data;
  });
  events.addEventListener("error", () => tell(SILENT));
}

document.addEventListener("visibilitychange", listenForNews);
window.addEventListener("pagehide", () => { if (events) events.close(); });
window.addEventListener("load", listenForNews);

// An open form: whether its record is still the one that it was filled from.

document.addEventListener("probata:revision", async () => {
  const form = document.querySelector("form.fields");
  const digest = form && form.elements.digest.value;
  const action = form && form.getAttribute("action");
  if (sending || !digest || !action.startsWith("/record/")) return;
  const answer = await fetch(`${action}/elsewhere?digest=${encodeURIComponent(digest)}`);
  if (!answer.ok) return;
  const told = parsed(await answer.text()).getElementById("told");
  const place = document.getElementById("elsewhere");
  const now = document.querySelector("form.fields");
  if (place && told && now && now.elements.digest.value === digest) place.replaceChildren(...told.childNodes);
});

// Answers that are none: the page stays as it is.

const WHY = {
  403: "This window is of an earlier start of Probata. What you typed is still here: copy it, and open the window that Probata opened last.",
  408: "This took too long, and nothing was saved.",
  413: "This is too large: 64 MB is the most.",
};

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  const isPage = xhr.responseText.includes('id="main"');
  if (xhr.status < 500 && isPage) return tell("");
  event.detail.shouldSwap = false;
  tell(WHY[xhr.status] || "Something went wrong in Probata, and nothing was saved. What you typed is still here.");
});
document.addEventListener("htmx:sendError", () => tell(SILENT));
