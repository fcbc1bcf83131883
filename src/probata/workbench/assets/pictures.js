// Pictures are made larger and smaller in their frames: by buttons, by keys, by the wheel with Ctrl.
"use strict";

(() => {
  const LEAST = 0.5, MOST = 6, STEP = 1.25;

  function resize(frame, wanted, at) {
    const before = Number(frame.dataset.zoomed || 1);
    const zoom = Math.min(MOST, Math.max(LEAST, wanted));
    const place = frame.getBoundingClientRect();
    const [x, y] = at ? [at.clientX - place.left, at.clientY - place.top] : [frame.clientWidth / 2, frame.clientHeight / 2];
    const [left, top] = [(frame.scrollLeft + x) * zoom / before - x, (frame.scrollTop + y) * zoom / before - y];
    frame.dataset.zoomed = String(zoom);
    frame.style.setProperty("--zoom", String(zoom));
    frame.scrollTo(left, top);
    frame.closest(".picture").querySelector("output").textContent = `${Math.round(zoom * 100)} %`;
  }

  const step = (frame, way, at) => resize(frame, way === "fit" ? 1 : Number(frame.dataset.zoomed || 1) * (way === "in" ? STEP : 1 / STEP), at);
  const KEYS = { "+": "in", "=": "in", "-": "out", "0": "fit" };

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
