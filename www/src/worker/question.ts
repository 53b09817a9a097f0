/**
 * What the list shows, as a question to the results. In: what to sort, search and keep. Out: a question of the package.
 */
import type { Question } from "leadscore";
import type { IdentityColumns } from "./identity.ts";
import type { Arrangement } from "./protocol.ts";

export function question({ sort, descending, search, band }: Arrangement, columns: IdentityColumns): Question {
  const properties = columns.email === undefined ? columns.name : [...columns.name, columns.email];
  const tests: object[] = [];
  if (band !== undefined) tests.push({ band: band.set, is_any_of: [band.label] });
  // More than can be searched for is no name and no email.
  const words = search.trim().split(/\s+/).slice(0, 64).join(" ");
  if (words !== "") tests.push({ search: words, properties });
  return { sort: sort === null ? "id" : { score: sort }, descending, ...(tests.length === 0 ? {} : { where: { all: tests } }) };
}
