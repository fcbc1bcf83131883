// A file dropped anywhere in its box is the file of the form; one that is too large is not sent.
"use strict";

const dropBox = (event) => (event.target.closest ? event.target.closest("[data-drop]") : null);

function measured(box) {
  const input = box.querySelector("input[type=file]");
  const isTooLarge = [...input.files].some((one) => one.size > Number(box.dataset.most));
  box.querySelector("[data-too-large]").hidden = !isTooLarge;
  input.setCustomValidity(isTooLarge ? "This file is too large." : "");
}

document.addEventListener("dragover", (event) => {
  const box = dropBox(event);
  event.preventDefault();
  if (box) box.classList.add("over");
});
document.addEventListener("dragleave", (event) => {
  const box = dropBox(event);
  if (box) box.classList.remove("over");
});
document.addEventListener("drop", (event) => {
  const box = dropBox(event) || document.querySelector("#main [data-drop]");
  event.preventDefault();
  if (!box || !event.dataTransfer.files.length) return;
  box.classList.remove("over");
  box.querySelector("input[type=file]").files = event.dataTransfer.files;
  measured(box);
});
document.addEventListener("change", (event) => {
  const box = dropBox(event);
  if (box && event.target.type === "file") measured(box);
});
