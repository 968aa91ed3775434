"use strict";
/* The plan page: from a fact to its place in the document and back, the two views of the document, forms, filters. */
(() => {
  const paper = document.querySelector(".paper");
  const text = document.querySelector("[data-panel=text]");
  const pages = document.querySelector("[data-panel=pages]");
  const back = document.querySelector("[data-back]");
  const sheet = document.getElementById("sheet");
  let from = null;

  const show = (view) => {
    if (!pages) return;
    text.classList.toggle("hidden", view !== "text");
    pages.classList.toggle("hidden", view !== "pages");
    for (const button of document.querySelectorAll("[data-view]"))
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
  };
  const unlight = () => document.querySelectorAll(".lit").forEach((each) => each.classList.remove("lit"));

  const pageOf = (place) => {
    let number = 1;
    for (const mark of text.querySelectorAll(".page-mark")) {
      if (mark.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) number = Number(mark.dataset.page);
    }
    return number;
  };

  const goTo = (place, key, origin) => {
    unlight();
    from = origin;
    back.classList.remove("hidden");
    if (pages && text.classList.contains("hidden")) {
      const figure = document.getElementById(`page-${pageOf(place)}`);
      if (figure) { figure.classList.add("lit"); figure.scrollIntoView({ block: "start" }); return; }
    }
    const pieces = key ? text.querySelectorAll(`[data-facts~="${CSS.escape(key)}"]`) : [];
    pieces.forEach((each) => each.classList.add("lit"));
    if (!pieces.length) place.classList.add("lit");
    place.scrollIntoView({ block: "center" });
    if (place.matches("a")) place.focus({ preventScroll: true });
    else text.focus({ preventScroll: true });
  };

  const goBack = () => {
    if (!from) return;
    unlight();
    from.classList.add("lit");
    from.scrollIntoView({ block: "center" });
    from.focus({ preventScroll: true });
    from = null;
    back.classList.add("hidden");
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-goto], [data-block]");
    if (link) {
      const key = link.dataset.goto;
      const place = document.getElementById(key ? `at-${key}` : `b-${link.dataset.block}`);
      if (place) { event.preventDefault(); goTo(place, key, link); }
      return;
    }
    const mark = event.target.closest("[data-facts]");
    if (mark) {
      const fact = mark.dataset.facts.split(" ").map((key) => document.getElementById(key)).find(Boolean);
      if (!fact) return;
      event.preventDefault();
      fact.closest(".more")?.dispatchEvent(new CustomEvent("unfold", { bubbles: true }));
      for (let box = fact.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
      unlight();
      fact.classList.add("lit");
      mark.classList.add("lit");
      from = mark;
      back.classList.remove("hidden");
      fact.scrollIntoView({ block: "center" });
      fact.focus({ preventScroll: true });
      return;
    }
    const row = event.target.closest("[data-moment]");
    if (row) document.querySelector(`#moment-${row.dataset.moment} .jump`)?.click();
    const view = event.target.closest("[data-view]");
    if (view) show(view.dataset.view);
    if (event.target.closest("[data-back]")) goBack();
    if (event.target.closest("[data-close]")) { event.preventDefault(); sheet.close(); }
    for (const menu of document.querySelectorAll(".menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || sheet.open) return;
    const menu = document.querySelector(".menu[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); } else goBack();
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target === sheet) sheet.showModal();
  });
  addEventListener("beforeprint", () => document.querySelectorAll(".facts details").forEach((each) => { each.open = !each.matches(".menu"); }));

  for (const table of document.querySelectorAll("[data-more]")) {
    const rows = [...table.tBodies[0].rows].slice(Number(table.dataset.more));
    if (rows.length < 4) continue;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "noprint", textContent: `Xem thêm ${rows.length} mục` });
    const unfold = () => { rows.forEach((row) => row.classList.remove("hidden")); button.remove(); };
    rows.forEach((row) => row.classList.add("more", "hidden"));
    button.addEventListener("click", () => { unfold(); rows[0].querySelector("a")?.focus(); });
    table.addEventListener("unfold", unfold);
    addEventListener("beforeprint", unfold);
    if (rows.some((row) => row.querySelector(":target"))) unfold();
    table.parentElement.after(button);
  }

  const folded = (words) => words.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
  for (const input of document.querySelectorAll("[data-filter]")) {
    input.addEventListener("input", () => {
      const words = folded(input.value).split(/\s+/).filter(Boolean);
      let kept = 0;
      for (const group of document.querySelectorAll(input.dataset.filter)) {
        const fits = words.every((word) => folded(group.textContent).includes(word));
        group.hidden = !fits;
        kept += fits;
      }
      document.querySelector("[data-filter-none]")?.classList.toggle("hidden", kept > 0);
    });
  }
})();
