/** Formatters, made once for each language that is used. */
import { locale } from "./language.ts";

export function perLocale<T>(make: (locale: string) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const now = locale();
    const known = made.get(now) ?? make(now);
    made.set(now, known);
    return known;
  };
}
