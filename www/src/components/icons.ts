/** The page's icons: strokes on a grid of 16, in the colour of the text around them. Decoration only; words say what is meant. */
import { svg, html, type TemplateResult } from "lit";

function icon(shape: TemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shape}</svg>`;
}

export const icons = {
  check: icon(svg`<path d="M3 8.5 6.5 12 13 4.5" />`),
  cross: icon(svg`<path d="m4 4 8 8M12 4l-8 8" />`),
  dash: icon(svg`<path d="M4.5 8h7" />`),
  muted: icon(svg`<circle cx="8" cy="8" r="5.5" /><path d="m4.2 4.2 7.6 7.6" />`),
  up: icon(svg`<path d="M8 12.5v-9M4 7l4-4 4 4" />`),
  down: icon(svg`<path d="M8 3.5v9M4 9l4 4 4-4" />`),
  back: icon(svg`<path d="M10 3 5 8l5 5" />`),
  download: icon(svg`<path d="M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10" />`),
  upload: icon(svg`<path d="M8 11V3M4.5 6 8 2.5 11.5 6M3 13.5h10" />`),
  search: icon(svg`<circle cx="7" cy="7" r="4.25" /><path d="m10.2 10.2 3.3 3.3" />`),
  sun: icon(svg`<circle cx="8" cy="8" r="2.75" /><path d="M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7" />`),
  moon: icon(svg`<path d="M13.5 9.6A5.75 5.75 0 0 1 6.4 2.5a5.75 5.75 0 1 0 7.1 7.1Z" />`),
  screen: icon(svg`<rect x="2" y="3" width="12" height="8" rx="1.25" /><path d="M6 13.5h4" />`),
  more: icon(svg`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.5" />`),
  ruleset: icon(svg`<path d="M2.5 4h6M11.5 4h2M2.5 8h2M7.5 8h6M2.5 12h7M12.5 12h1" /><circle cx="10" cy="4" r="1.4" /><circle cx="6" cy="8" r="1.4" /><circle cx="11" cy="12" r="1.4" />`),
  contacts: icon(svg`<circle cx="6" cy="5.5" r="2.5" /><path d="M1.75 13.25c.3-2.6 2-4 4.25-4s3.95 1.400 4.250 4M10.75 3.300a2.500 2.500 0 0 1 0 4.400M12 9.700c1.300.500 2.100 1.700 2.250 3.550" />`),
  events: icon(svg`<path d="M1.500 8.500h2.750l2-5 3 9 2-4h3.250" />`),
  clock: icon(svg`<circle cx="8" cy="8" r="5.75" /><path d="M8 4.750V8l2.250 1.500" />`),
  shield: icon(svg`<path d="M8 1.750 13 3.600v3.900c0 3.100-2 5.500-5 6.750-3-1.250-5-3.650-5-6.750V3.600Z" /><path d="m5.750 8 1.600 1.600L10.400 6.500" />`),
  undo: icon(svg`<path d="M3 6.500h6.500a3.500 3.500 0 0 1 0 7H6M3 6.500l3-3M3 6.500l3 3" />`),
  redo: icon(svg`<path d="M13 6.500H6.500a3.500 3.500 0 0 0 0 7H10M13 6.500l-3-3M13 6.500l-3 3" />`),
  plus: icon(svg`<path d="M8 3v10M3 8h10" />`),
  copy: icon(svg`<rect x="5.500" y="5.500" width="8" height="8" rx="1.250" /><path d="M10.500 5.500v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2" />`),
  bin: icon(svg`<path d="M2.500 4.500h11M6 4.500v-2h4v2M4 4.500l.600 9h6.800l.600-9" />`),
  grip: icon(svg`<path d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01" stroke-width="2" />`),
  right: icon(svg`<path d="m6 3 5 5-5 5" />`),
  pencil: icon(svg`<path d="m3 13 .700-3L10.500 3.200l2.300 2.300L6 12.300 3 13Z" />`),
  warning: icon(svg`<path d="M8 2.500 14.500 13.500h-13ZM8 6.500v3.500M8 12h.01" />`),
  link: icon(svg`<path d="M6.500 9.500 9.500 6.500M7 4.500l1.500-1.500a2.800 2.800 0 0 1 4 4L11 8.500M9 11.500 7.500 13a2.800 2.800 0 0 1-4-4L5 7.500" />`),
  columns: icon(svg`<rect x="2" y="3" width="12" height="10" rx="1.25" /><path d="M6 3v10M10 3v10" />`),
  flag: icon(svg`<path d="M3.500 14V2.500h8l-1.500 3 1.500 3h-8" />`),
  sparkle: icon(svg`<path d="M8 2v3M8 11v3M2 8h3M11 8h3M4.200 4.200l1.600 1.600M10.200 10.200l1.600 1.600M4.200 11.800l1.600-1.600M10.200 5.800l1.600-1.600" />`),
} as const;
