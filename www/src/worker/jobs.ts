/**
 * Everything that the page can ask the worker for: a job is a function of the workbench and an input, under its own name. The page
 * imports only the types of this module.
 */
import type { LoadProgress } from "leadscore";
import * as comparing from "./jobs/comparing.ts";
import * as distribution from "./jobs/distribution.ts";
import * as evaluating from "./jobs/evaluating.ts";
import * as exporting from "./jobs/exporting.ts";
import * as health from "./jobs/health.ts";
import * as insights from "./jobs/insights.ts";
import * as lifecycle from "./jobs/lifecycle.ts";
import * as listing from "./jobs/listing.ts";
import * as members from "./jobs/members.ts";
import * as publishing from "./jobs/publishing.ts";
import * as suggesting from "./jobs/suggesting.ts";
import * as summary from "./jobs/summary.ts";
import * as testing from "./jobs/testing.ts";

export const jobs = {
  ...comparing,
  ...distribution,
  ...evaluating,
  ...exporting,
  ...health,
  ...insights,
  ...lifecycle,
  ...listing,
  ...members,
  ...publishing,
  ...suggesting,
  ...summary,
  ...testing,
};

/** What a job may use while it is under way. */
export interface Under {
  onProgress: (progress: LoadProgress) => void;
  signal: AbortSignal;
}

export type JobKind = keyof typeof jobs;

export type Jobs = {
  [K in JobKind]: { input: Parameters<(typeof jobs)[K]>[1]; output: Awaited<ReturnType<(typeof jobs)[K]>> };
};
