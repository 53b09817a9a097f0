// Draws what happened, the latest first. In: the events of the visitor as the embed recorded them.

import { element } from "./element.js";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const most = 40;

const sources = {
  ORGANIC_SEARCH: "from a search engine",
  PAID_SEARCH: "from an ad beside search results",
  EMAIL_MARKETING: "from an email",
  SOCIAL_MEDIA: "from a social network",
  PAID_SOCIAL: "from an ad on a social network",
  REFERRALS: "from another site",
  OTHER_CAMPAIGNS: "from a campaign",
  DIRECT_TRAFFIC: "by typing the address",
  AI_REFERRALS: "from an AI assistant",
};

const words = {
  page_view: ({ title, url }) => `Saw “${(title ?? url ?? "a page").replace(/ – Loomwell$/, "")}”`,
  visit: ({ source }) => `Came to the site ${sources[source] ?? source ?? ""}`,
  form_submission: ({ form }) => `Sent the form “${form}”`,
  cta_click: ({ text, cta }) => `Pressed “${(text ?? cta ?? "a call to action").trim()}”`,
  time_on_page: ({ seconds }) => `Stayed for ${seconds} seconds`,
  scroll_depth: ({ percent }) => `Read ${percent} % of the page`,
};

export function drawTimeline(list, events) {
  const latest = [...events].reverse().slice(0, most);
  list.replaceChildren(...latest.map(({ type, time, properties = {} }) => drawEvent(new Date(time), words[type]?.(properties) ?? type)));
}

function drawEvent(time, text) {
  return element("li", {}, drawTime(time), element("span", {}, text));
}

/** When it was: today the time, else the day. */
export function drawTime(time) {
  const isToday = time.toDateString() === new Date().toDateString();
  return element("time", { datetime: time.toISOString() }, (isToday ? clock : date).format(time));
}
