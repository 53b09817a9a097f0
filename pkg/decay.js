// What decay does to points, step by step.

import { isArray, isObject, unexpected } from "./arguments.js";
import { decay_steps } from "./dist/leadscore.js";
import { call, start } from "./start.js";
import { argumentText } from "./values.js";

export async function decaySteps(decay, points) {
  if (!isObject(decay) || isArray(decay, "/decay")) throw unexpected("/decay", "a decay as an object", decay);
  if (typeof points !== "number" || !Number.isFinite(points)) throw unexpected("/points", "a number of points", points);
  const text = argumentText(decay, "decay");
  await start();
  return JSON.parse(call(() => decay_steps(text, String(points))));
}
