/** What each criterion, group and score does over all contacts. */
import type { Workbench } from "../workbench.ts";
import { clipTexts } from "../clip.ts";

export interface Insights { contacts: number; scores: ScoreInsights[] }
export interface ScoreInsights { id: string; label?: string; points: number; before_limit: number; limited: number; groups: GroupInsights[] }
export interface GroupInsights { id: string; label?: string; points: number; before_limit: number; limited: number; criteria: CriterionInsights[] }
export interface CriterionInsights { id: string; label?: string; enabled: boolean; met: number; points: number; before_limit: number; limited: number; same_contacts_as?: { score: string; criterion: string } }

export function insights({ results }: Workbench, _: Record<string, never>): Insights | null {
  const known = results as unknown as { insights?: () => Insights } | undefined;
  return clipTexts(known?.insights?.() ?? null);
}
