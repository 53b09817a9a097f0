// Consent as others signal it: by IAB Europe's Transparency and Consent Framework, and by Google's consent mode.
//
// In: their interfaces on the page. Out: a call with granted or denied, whenever they say so.

import { guarded, hearCalls } from "./browser.js";

/** Milliseconds between two looks for a platform that is not there yet, and how many looks: two minutes. */
const LOOK = 500;
const LOOKS = 240;

/** The purposes of the framework that are needed: to store on a device, to measure how content performs, and to understand audiences. Legitimate interest is not consent. */
const agreed = (consents) => !!(consents?.[1] && consents[8] && consents[9]);

/** Asks the platform to tell of consent, as soon as it is there. */
export const hearTcf = guarded((callback, looks = 1) => {
  if (typeof window.__tcfapi !== "function") {
    if (looks < LOOKS) setTimeout(() => hearTcf(callback, looks + 1), LOOK);
    return;
  }
  const told = guarded((data, isSuccess) => {
    // While the visitor is asked, nothing is decided.
    const state = isSuccess && data?.eventStatus;
    if (state === "tcloaded" || state === "useractioncomplete") callback(data.gdprApplies === false || agreed(data.purpose?.consents));
  });
  window.__tcfapi("addEventListener", 2, told);
});

/** Reads the commands of consent mode in the data layer, those there are and those to come. */
export const hearGoogle = guarded((callback) => {
  /**
   * `gtag("consent", "update", { analytics_storage: "granted" })`. A default that denies leaves it open, for the visitor's word comes as an
   * update; a default that grants in some regions only says nothing about this visitor.
   */
  const told = guarded((entry) => {
    if (entry?.[0] !== "consent") return;
    const state = entry[2]?.analytics_storage;
    if (state !== "granted" && state !== "denied") return;
    const isGranted = state === "granted";
    if (entry[1] === "update" || (isGranted && entry[2].region === undefined)) callback(isGranted);
  });
  const all = (entries) => {
    for (let place = 0; place < entries.length; place++) told(entries[place]);
  };
  if (typeof window.dataLayer !== "object" || window.dataLayer === null) window.dataLayer = [];
  all(window.dataLayer);
  hearCalls(window.dataLayer, "push", all);
});
