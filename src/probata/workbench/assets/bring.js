// A workbook or a folder that is dropped on the start page, or chosen there, becomes a case of this folder.
"use strict";

async function filesBelow(entry, before) {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    return [[before + entry.name, file]];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) break;
    for (const one of some) found.push(...await filesBelow(one, `${before}${entry.name}/`));
  }
  return found;
}

async function bring(files) {
  if (!files.length) return;
  const folder = files[0][0].includes("/") ? files[0][0].split("/")[0] : "";
  const sent = new FormData();
  sent.append("name", folder || files[0][0].replace(/\.[^.]*$/u, ""));
  for (const [path, file] of files) sent.append("file", file, folder ? path.slice(folder.length + 1) : path);
  document.querySelector("[data-bringing]").textContent = "It is being copied …";
  const answer = await fetch("/bring", { method: "POST", body: sent, headers: { "x-probata-token": document.body.dataset.token } });
  const to = answer.headers.get("HX-Redirect");
  if (to) return void location.assign(to);
  const page = parsed(await answer.text());
  const told = page.querySelector(".refused");
  const before = document.querySelector(".refused");
  if (before) before.remove();
  document.querySelector("[data-bringing]").textContent = "";
  document.querySelector("#main .lead").after(told || "This could not be copied.");
}

document.addEventListener("click", (event) => {
  const chooses = event.target.closest("[data-choose]");
  if (chooses) document.getElementById(chooses.dataset.choose).click();
});
document.addEventListener("change", (event) => {
  if (!event.target.closest("[data-bring]") || event.target.type !== "file") return;
  bring([...event.target.files].map((file) => [file.webkitRelativePath || file.name, file]));
});
for (const name of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(name, async (event) => {
    const place = document.querySelector("[data-bring]");
    if (!place) return;
    event.preventDefault();
    place.classList.toggle("over", name === "dragover");
    if (name !== "drop") return;
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    const files = entries.length
      ? (await Promise.all(entries.map((one) => filesBelow(one, "")))).flat()
      : [...event.dataTransfer.files].map((file) => [file.name, file]);
    bring(files);
  });
}
