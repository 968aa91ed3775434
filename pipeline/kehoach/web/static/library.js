"use strict";
/* Files are sent one by one, each with its progress; what was sent is then followed by the list of jobs. */
(() => {
  const drop = document.getElementById("drop");
  const input = document.getElementById("files");
  const list = document.getElementById("sending");

  const element = (name, text, className = "") => Object.assign(document.createElement(name), { textContent: text, className });

  const refresh = () => {
    const under = document.querySelectorAll("#jobs .waiting, #jobs .reading").length;
    htmx.ajax("GET", `/jobs?before=${under}`, { target: "#jobs", swap: "outerHTML" });
  };

  const told = (request) => {
    try {
      const answer = JSON.parse(request.responseText);
      return (answer.errors?.[0] ?? answer.error)?.message;
    } catch { return ""; }
  };

  const received = (request) => {
    try { return JSON.parse(request.responseText).uploads[0]; } catch { return null; }
  };

  const send = (file) => new Promise((done) => {
    const row = element("li", "");
    const head = element("p", "");
    const state = element("span", "đang gửi", "tag reading");
    const bar = element("progress", "");
    const cancel = element("button", "Hủy", "plain");
    cancel.type = "button";
    cancel.setAttribute("aria-label", `Hủy gửi ${file.name}`);
    bar.setAttribute("aria-label", `Đang gửi ${file.name}`);
    head.append(element("strong", file.name), " ", state);
    const note = element("p", "", "small");
    row.append(head, bar, note, cancel);
    list.append(row);
    const request = new XMLHttpRequest();
    const end = (words, kind) => {
      state.textContent = words;
      state.className = `tag ${kind}`;
      bar.remove();
      cancel.textContent = "Bỏ khỏi danh sách";
      cancel.removeAttribute("aria-label");
      cancel.onclick = () => row.remove();
      done();
    };
    request.upload.onprogress = (event) => { if (event.lengthComputable) { bar.max = event.total; bar.value = event.loaded; } };
    request.onload = () => {
      if (request.status < 300) {
        const kept = received(request);
        if (!kept?.again || kept.state !== "done") { row.remove(); done(); return; }
        const link = Object.assign(element("a", "Mở kế hoạch"), { href: `/plans/${kept.id}` });
        const other = kept.names.find((name) => name !== file.name);
        note.textContent = other ? `Cùng nội dung với “${other}”. ` : "";
        note.append(link);
        end("đã có trong kho", "done");
        return;
      }
      note.textContent = told(request) || "Máy chủ không nhận tệp này. Hãy thử lại.";
      end("không nhận được", "failed");
    };
    request.onerror = () => {
      note.textContent = "Mất kết nối với Kehoach. Hãy xem cửa sổ “kehoach serve” còn mở không, rồi thử lại.";
      end("không gửi được", "failed");
    };
    request.onabort = () => end("đã hủy", "");
    cancel.onclick = () => request.abort();
    const form = new FormData();
    form.append("files", file, file.name);
    request.open("POST", "/api/v1/uploads");
    request.send(form);
  });

  const sendAll = async (files) => {
    for (const file of files) { await send(file); refresh(); }
  };

  const lost = document.getElementById("lost");
  document.addEventListener("htmx:sendError", () => lost.classList.remove("hidden"));
  document.addEventListener("htmx:afterOnLoad", () => lost.classList.add("hidden"));

  input.addEventListener("change", () => { sendAll([...input.files]); input.value = ""; });
  for (const name of ["dragenter", "dragover"])
    addEventListener(name, (event) => { if (event.dataTransfer?.types.includes("Files")) { event.preventDefault(); drop.classList.add("over"); } });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
  addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    drop.classList.remove("over");
    sendAll([...event.dataTransfer.files]);
  });
})();
