"use strict";
/* What a form lacks is said in Vietnamese, whatever language the browser speaks. */
(() => {
  const words = { file: "Hãy chọn một tệp.", radio: "Hãy chọn một mục.", "select-one": "Hãy chọn một mục." };
  document.addEventListener("invalid", (event) => {
    if (event.target.validity.valueMissing) event.target.setCustomValidity(words[event.target.type] ?? "Hãy điền vào ô này.");
  }, true);
  for (const name of ["input", "change"])
    document.addEventListener(name, (event) => {
      const said = event.target.form?.querySelectorAll(`[name="${CSS.escape(event.target.name ?? "")}"]`) ?? [];
      for (const field of said) field.setCustomValidity("");
    });
})();
