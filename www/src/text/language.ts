/**
 * The page's languages. In: the id of a message of the catalogues beside this file, with what is put into it. Out: the text in the chosen
 * language. Every message is there in every language; that is checked when the page is built.
 */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

export const languages = ["en", "es", "fr", "zh"] as const;

export type Language = (typeof languages)[number];

/** Languages by their own names, as those who read them look for them. */
export const languageNames: Record<Language, string> = { en: "English", es: "Español", fr: "Français", zh: "中文" };

/** What numbers and dates are written by: British dates, for an English reader of no known country. */
const regions: Record<Language, string> = { en: "en-GB", es: "es", fr: "fr", zh: "zh-CN" };

const catalogues = import.meta.glob<string>("./catalogues/*/*.ftl", { query: "?raw", import: "default" });
const key = "leadscore-language";

let current: Language = "en";
let bundle = new FluentBundle("en");
const loaded = new Map<Language, FluentBundle>();

/** Tells of a change of language. */
export const languageChanges = new EventTarget();

export function language(): Language {
  return current;
}

/** What `Intl` is to be told. */
export function locale(): string {
  return regions[current];
}

/** The text of a message. */
export function t(id: string, args?: Record<string, FluentVariable>): string {
  const message = bundle.getMessage(id);
  if (!message?.value) return id;
  return bundle.formatPattern(message.value, args);
}

/** The language that was chosen here before, else the first of the browser's that there is. */
export function preferredLanguage(): Language {
  const known = (tag: string): Language | undefined => languages.find((one) => one === tag.slice(0, 2).toLowerCase());
  try {
    const stored = known(localStorage.getItem(key) ?? "");
    if (stored !== undefined) return stored;
  } catch {
    // A browser that keeps nothing has preferences all the same.
  }
  for (const tag of navigator.languages) {
    const one = known(tag);
    if (one !== undefined) return one;
  }
  return "en";
}

/** Puts the page into a language, when its catalogue is there. */
export async function useLanguage(wanted: Language): Promise<void> {
  const ready = loaded.get(wanted) ?? (await load(wanted));
  loaded.set(wanted, ready);
  current = wanted;
  bundle = ready;
  document.documentElement.lang = locale();
  languageChanges.dispatchEvent(new Event("change"));
}

/** As `useLanguage`, and remembered. */
export async function chooseLanguage(wanted: Language): Promise<void> {
  await useLanguage(wanted);
  try {
    localStorage.setItem(key, wanted);
  } catch {
    // A browser that keeps nothing still shows it.
  }
}

async function load(wanted: Language): Promise<FluentBundle> {
  // Marks of direction around what is put in would be copied with it; no language here is written from right to left.
  const made = new FluentBundle(regions[wanted], { useIsolating: false });
  const paths = Object.keys(catalogues).filter((path) => path.startsWith(`./catalogues/${wanted}/`));
  const texts = await Promise.all(paths.map((path) => catalogues[path]?.() ?? ""));
  for (const text of texts) made.addResource(new FluentResource(text));
  return made;
}
