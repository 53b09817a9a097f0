/**
 * Keeps the page in the browser, for use without a network and as an app. A new version is never put under the user's hands: it is
 * fetched beside the old one, a note says that it is there, and it comes when the user asks for it. Where a browser keeps
 * nothing (private windows, insecure addresses), the page works as ever and nothing is said.
 */
import { Workbox } from "workbox-window";
import { serviceWorkerAddress } from "./trusted.ts";

/** `tell` says that a new version is there, and is given what fetches it. */
export async function keepInstalled(tell: (reload: () => void) => void): Promise<void> {
  // The development server has nothing to keep, and a single file is kept already.
  if (import.meta.env.VITE_DELIVERY !== "folder") return;
  try {
    if (!("serviceWorker" in navigator)) return;
    await new Installation(new Workbox(serviceWorkerAddress), tell).start();
  } catch {
    // The browser keeps nothing; the page needs nothing kept.
  }
}

class Installation {
  #workbox: Workbox;
  #registration: ServiceWorkerRegistration | undefined;
  #tellUser: (reload: () => void) => void;
  #told = false;
  /** Whether the page came from what is kept; else what takes it over is of its own version. */
  #kept = navigator.serviceWorker.controller !== null;
  #reloading = false;

  constructor(workbox: Workbox, tellUser: (reload: () => void) => void) {
    this.#workbox = workbox;
    this.#tellUser = tellUser;
  }

  async start(): Promise<void> {
    this.#workbox.addEventListener("waiting", () => this.#tell());
    this.#workbox.addEventListener("controlling", () => {
      if (this.#reloading) location.reload();
      // Another tab has asked for the new version.
      else if (this.#kept) this.#tell();
      this.#kept = true;
    });
    this.#registration = await this.#workbox.register();
    // A tab may stay open for weeks.
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#workbox.update().catch(() => {});
    });
  }

  #tell(): void {
    if (this.#told) return;
    this.#told = true;
    this.#tellUser(() => this.#reload());
  }

  #reload(): void {
    if (this.#reloading) return;
    this.#reloading = true;
    if (this.#registration?.waiting) this.#workbox.messageSkipWaiting();
    else location.reload();
  }
}
