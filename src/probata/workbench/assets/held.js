// Words selected in the text of a held copy become a quotation.
"use strict";

document.addEventListener("selectionchange", () => {
  const words = document.querySelector("[data-held] .words");
  if (!words) return;
  const chosen = document.getSelection();
  const said = chosen.rangeCount && words.contains(chosen.getRangeAt(0).commonAncestorContainer) ? chosen.toString().trim() : "";
  const form = document.querySelector("[data-held] .quote");
  if (!said && document.activeElement && form.contains(document.activeElement)) return;
  form.elements["f.text"].value = said.replace(/-\n(?=\p{Ll})/gu, "").replace(/[ \t]*\n[ \t]*/gu, " ").slice(0, 20_000);
  form.querySelector("button").disabled = !said;
});
