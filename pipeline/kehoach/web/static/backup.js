"use strict";
/* The name of the file that was chosen stands beside the button, in words of the page and not of the browser. */
for (const told of document.querySelectorAll("[data-name-of]")) {
  const input = document.getElementById(told.dataset.nameOf);
  const show = () => { told.textContent = input.files[0]?.name ?? "chưa chọn tệp"; };
  input.addEventListener("change", show);
  show();
}
