"use strict";
// Without this script the page is one long page. With it: one section at a time, filters, a chart by its day.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const sections = all("main > section");
  const links = all("nav a");
  let together = false;

  const show = (id, focus) => {
    for (const section of sections) section.hidden = !together && section.id !== id;
    for (const link of links) {
      if (link.hash === "#" + id) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (focus) one(id + "-heading").focus({ preventScroll: !together });
    if (!together) window.scrollTo(0, 0);
  };

  // What a link leads to gets the focus, so that the keyboard goes on from there, and a way back to the link.
  const back = one("back");
  let link = null;
  const reach = (target, focus) => {
    if (focus) {
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
    if (link) {
      target.append(back);
      back.hidden = false;
    }
    target.scrollIntoView();
  };
  document.addEventListener("click", (event) => {
    const followed = event.target.closest("a");
    if (followed) link = followed.closest("main") && followed;
  });
  back.addEventListener("click", () => {
    const there = link;
    link = null;
    window.addEventListener("hashchange", () => {
      show(there.closest("main > section").id, false);
      there.focus();
    }, { once: true });
    history.back();
  });

  const follow = (focus) => {
    back.hidden = true;
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && one(id);
    const section = target && target.closest("main > section");
    show(section ? section.id : sections[0].id, focus && section === target);
    if (!section || section === target) return;
    for (let place = target; place && place !== section; place = place.parentElement) {
      if (place.tagName === "DETAILS") place.open = true;
    }
    reach(target, focus);
  };

  for (const element of all(".scripted")) element.hidden = false;
  window.addEventListener("hashchange", () => follow(true));
  for (const link of links) {
    link.addEventListener("click", () => { if (link.hash === location.hash) follow(true); });
  }
  one("all-sections").addEventListener("click", (event) => {
    together = !together;
    event.currentTarget.setAttribute("aria-pressed", String(together));
    const current = links.find((link) => link.hasAttribute("aria-current"));
    show(current ? current.hash.slice(1) : sections[0].id, false);
  });

  // Filters: each form with a list of its own.
  for (const form of all("form[data-list]")) {
    const told = one(form.dataset.told);
    const unfiltered = told.textContent;
    const words = form.querySelector("input");
    const rows = all(`#${form.dataset.list} > li`);
    const letters = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
    // What names no forum is about all of them; of a person or an allegation that is not so.
    const concerns = (named, choice) => named ? named.split(" ").includes(choice.value) : "namesAll" in choice.dataset;
    const filter = () => {
      const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      const chosen = all("select", form).filter((choice) => choice.value);
      let number = 0;
      for (const row of rows) {
        const fits = chosen.every((choice) => concerns(row.dataset[choice.dataset.by] || "", choice))
          && wanted.every((word) => letters.get(row).includes(word));
        row.hidden = !fits;
        if (fits) number += 1;
      }
      told.textContent = chosen.length || wanted.length
        ? `${number} of ${rows.length} ${form.dataset.what}${rows.length === 1 ? "" : "s"}.` : unfiltered;
    };
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", filter);
    form.addEventListener("change", filter);
    form.addEventListener("reset", () => setTimeout(filter));
    // A link to a row that is filtered out shows it.
    window.addEventListener("hashchange", () => {
      const target = one(decodeURIComponent(location.hash.slice(1)));
      if (!target || !target.hidden || !rows.includes(target)) return;
      form.reset();
      setTimeout(() => reach(target, true));
    });
  }

  // Charts.
  const charts = all(".chart");
  if (charts.length) {
    const day = one("day");
    const period = one("chart");
    const days = charts.map((chart) => chart.dataset.day);
    const draw = (place, told) => {
      charts.forEach((chart, number) => { chart.hidden = number !== place; });
      period.selectedIndex = place;
      one("earlier").disabled = place === 0;
      one("later").disabled = place === charts.length - 1;
      one("day-told").textContent = told;
    };
    const go = (place) => {
      draw(place, "");
      day.value = days[place];
    };
    day.addEventListener("change", () => {
      if (!day.value) return;
      const place = days.filter((first) => first <= day.value).length - 1;
      const last = place < 0 ? "" : charts[place].dataset.last;
      if (place < 0) draw(0, "Nothing is recorded for that day: this is the first chart after it.");
      else if (last && last < day.value) draw(place, "No chart is drawn for that day: this is the last before it.");
      else draw(place, "");
    });
    period.addEventListener("change", () => go(period.selectedIndex));
    one("earlier").addEventListener("click", () => go(Math.max(period.selectedIndex - 1, 0)));
    one("later").addEventListener("click", () => go(Math.min(period.selectedIndex + 1, charts.length - 1)));
    one("day-chooser").addEventListener("submit", (event) => event.preventDefault());
    go(period.selectedIndex);
  }

  // Details: all of a section at once, and all of them for paper.
  const turn = (root, open) => { for (const details of all("details", root)) details.open = open; };
  for (const button of all("[data-open]")) button.addEventListener("click", () => turn(one(button.dataset.open), true));
  for (const button of all("[data-close]")) button.addEventListener("click", () => turn(one(button.dataset.close), false));
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    for (const details of closed) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
    closed = [];
  });

  follow(false);
  window.addEventListener("load", () => follow(false));  // a browser goes to the place named in the address itself
})();
