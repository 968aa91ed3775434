"use strict";
/* The page of a draft: the parent's clause of the paragraph at hand, answers to choose from; the form of the unit. */
(() => {
  const origin = document.getElementById("origin");
  const show = (para) => {
    const source = document.getElementById(para.dataset.origin);
    if (!source || origin.dataset.shown === para.dataset.origin) return;
    origin.dataset.shown = para.dataset.origin;
    origin.replaceChildren(...[...source.childNodes].map((node) => node.cloneNode(true)));
    document.querySelectorAll(".para.lit").forEach((each) => each.classList.remove("lit"));
    para.classList.add("lit");
  };
  if (origin) {
    for (const name of ["mouseover", "focusin"])
      document.addEventListener(name, (event) => { const para = event.target.closest?.(".para"); if (para) show(para); });
    const start = location.hash.startsWith("#b-") ? document.querySelector(`.para#${CSS.escape(location.hash.slice(1))}`) : null;
    if (start) show(start);
  }
  document.addEventListener("click", (event) => {
    const chip = event.target.closest("[data-fill]");
    if (chip) { const input = document.getElementById(chip.dataset.fill); input.value = chip.textContent; input.focus(); }
    const close = event.target.closest("[data-close-form]");
    const form = close?.closest(".para .write-form");
    if (form) { event.preventDefault(); const para = form.closest(".para"); form.remove(); para.querySelector(".write")?.classList.remove("hidden"); para.focus(); }
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const form = event.detail.target.querySelector?.(".write-form");
    if (!form) return;
    event.detail.target.querySelector(".write")?.classList.add("hidden");
    form.querySelector("textarea").focus();
  });
  document.addEventListener("submit", (event) => {
    const question = event.target.dataset.confirm;
    if (question && !confirm(question)) event.preventDefault();
  });

  const day = document.getElementById("u-day");
  if (!day) return;
  const regime = document.querySelector("[data-regime]");
  const kind = document.getElementById("u-kind");
  const village = document.getElementById("u-village_kind");
  const fit = () => {
    const found = day.value.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/);
    if (found) regime.dataset.regime = Number(found[3]) * 10000 + Number(found[2]) * 100 + Number(found[1]) >= 20250701 ? "two_tiers" : "three_tiers";
    for (const option of kind.options) option.disabled = option.hidden = !option.dataset.regimes.split(" ").includes(regime.dataset.regime);
    if (kind.selectedOptions[0]?.disabled) kind.value = [...kind.options].find((option) => !option.disabled).value;
    const names = (kind.selectedOptions[0]?.dataset.villages ?? "").split("|");
    for (const option of village.options) option.disabled = option.hidden = option.value !== "" && !names.includes(option.value);
    if (village.selectedOptions[0]?.disabled) village.value = names[0] || "";
  };
  day.addEventListener("input", fit);
  kind.addEventListener("change", fit);
  fit();
})();
