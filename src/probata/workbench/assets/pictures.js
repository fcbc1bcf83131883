// Pictures are made larger and smaller in their frames: by buttons, by keys, by the wheel with Ctrl.
"use strict";

(() => {
  const LEAST = 0.5, MOST = 6, STEP = 1.25, HEAD = 14;

  function resize(frame, wanted, at) {
    const before = Number(frame.dataset.zoomed || 1);
    const zoom = Math.min(MOST, Math.max(LEAST, wanted));
    const place = frame.getBoundingClientRect();
    // Without a pointer a timeline keeps its names in sight, and a chart its middle.
    const middle = frame.dataset.kind === "axis" ? 0 : frame.clientWidth / 2;
    const [x, y] = at ? [at.clientX - place.left, at.clientY - place.top] : [middle, frame.clientHeight / 2];
    const [left, top] = [(frame.scrollLeft + x) * zoom / before - x, (frame.scrollTop + y) * zoom / before - y];
    frame.dataset.zoomed = String(zoom);
    frame.style.setProperty("--zoom", String(zoom));
    frame.scrollTo(left, top);
    frame.closest(".picture").querySelector("output").textContent = `${Math.round(zoom * 100)} %`;
  }

  const step = (frame, way, at) => resize(frame, way === "fit" ? 1 : Number(frame.dataset.zoomed || 1) * (way === "in" ? STEP : 1 / STEP), at);
  const KEYS = { "+": "in", "=": "in", "-": "out", "0": "fit" };

  // The years stay in sight while the rows below them are scrolled.
  function prepare() {
    for (const frame of document.querySelectorAll("[data-kind]:not([data-ready])")) {
      frame.dataset.ready = "1";
      if (frame.dataset.kind === "centred") frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
      if (frame.dataset.kind !== "axis") continue;
      const whole = frame.querySelector("svg"), head = whole.cloneNode(true);
      const [, , width, height] = whole.getAttribute("viewBox").split(" ").map(Number);
      head.querySelectorAll("title, a").forEach((one) => one.remove());
      head.setAttribute("viewBox", `0 0 ${width} ${HEAD}`);
      whole.setAttribute("viewBox", `0 ${HEAD} ${width} ${height - HEAD}`);
      const box = document.createElement("div");
      box.className = "axis-head";
      box.setAttribute("aria-hidden", "true");
      box.append(head);
      frame.prepend(box);
    }
  }
  document.addEventListener("htmx:afterSettle", prepare);
  document.addEventListener("DOMContentLoaded", prepare);
  prepare();

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (button) step(button.closest(".picture").querySelector("[data-zoomed]"), button.dataset.zoom);
  });
  document.addEventListener("keydown", (event) => {
    const picture = event.target.closest && event.target.closest(".picture");
    const way = KEYS[event.key];
    if (!picture || !way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(picture.querySelector("[data-zoomed]"), way);
  });
  document.addEventListener("wheel", (event) => {
    const frame = event.target.closest("[data-zoomed]");
    if (!frame || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    step(frame, event.deltaY < 0 ? "in" : "out", event);
  }, { passive: false });
})();
