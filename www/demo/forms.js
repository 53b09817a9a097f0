// The site's forms, which are sent nowhere: what a server would be given is shown instead, and told to whoever listens on document for
// `demo:sent` (detail: form, and fields as pairs of name and value).

import { clipped, element } from "./element.js";

for (const form of document.forms) form.addEventListener("submit", send);

function send(event) {
  const form = event.currentTarget;
  event.preventDefault();
  // A robot's field has a name only if a robot filled it.
  const fields = [...new FormData(form)].filter(([name, value]) => name !== "website" || value !== "");
  const thanks = form.parentElement.querySelector(".thanks");
  thanks.querySelector("tbody").replaceChildren(...fields.map(row));
  form.hidden = true;
  thanks.hidden = false;
  thanks.querySelector("h2").focus();
  document.dispatchEvent(new CustomEvent("demo:sent", { detail: { form: form.dataset.leadscoreForm, fields } }));
}

function row([name, value]) {
  return element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, value === "" ? "–" : clipped(value)));
}
