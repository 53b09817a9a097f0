/**
 * The service worker: keeps every file of one version of the page, and answers with them, so that the page works without a network.
 * A new version waits beside the old one until the page says that the user wants it, or until no page of the old one is open.
 */
import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from "workbox-precaching";

declare const self: ServiceWorkerGlobalScope;
/** Written in by the build. */
declare const FILES_OF_THE_PAGE: PrecacheEntry[];

precacheAndRoute(FILES_OF_THE_PAGE, {
  directoryIndex: "index.html",
  cleanURLs: false,
  // No file of the page depends on what stands behind its address.
  ignoreURLParametersMatching: [/^/],
});
cleanupOutdatedCaches();

self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") void self.skipWaiting();
});
// What the first visit loads later on is kept already.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
