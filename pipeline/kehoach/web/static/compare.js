"use strict";
/* The choice of plans: a filter over the list. */
(() => {
  const folded = (words) => words.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
  const input = document.getElementById("c-filter");
  input?.addEventListener("input", () => {
    const words = folded(input.value).split(/\s+/).filter(Boolean);
    for (const row of document.querySelectorAll(".picks p")) row.hidden = !words.every((word) => folded(row.textContent).includes(word));
  });
})();
