/** What the files turned out to hold, and what rules could not make use of. */
import type { LeftOut, LoadReport, ScoreReport } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { SessionElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { bytes, count, listed } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import "./columns-table.ts";

/** The package gives its reasons in English. */
function leftOutLine({ line, reason }: LeftOut["first"][number]): TemplateResult {
  return html`<li><span class="quiet number line">${t("line", { line })}</span><span lang="en">${reason}</span></li>`;
}

@customElement("load-report")
export class LoadReportElement extends SessionElement {
  override render(): TemplateResult {
    const { contacts, scored } = this.state;
    if (contacts === undefined) return html`<p class="card empty quiet">${t("report-empty")}</p>`;
    const { report, file } = contacts;
    return html`<div class="page" tabindex="0" role="region" aria-label=${t("report")}>
      ${this.#facts(file, report)}
      <div class="findings">${report.notes.length > 0 ? this.#notes(report) : nothing}
      ${report.rows_left_out.count > 0 ? this.#leftOut(report.rows_left_out) : nothing}
      ${scored ? this.#unusable(scored.report) : nothing}
      ${report.suggested_unknown_values.length > 0 ? this.#suggestions(report) : nothing}
      ${report.events ? this.#events(report.events) : nothing}
      </div>
      <section class="card">
        <h2>${t("report-columns")}</h2>
        <columns-table .columns=${report.columns} .rows=${contacts.rowCount}></columns-table>
      </section>
    </div>`;
  }

  #facts(file: File, report: LoadReport): TemplateResult {
    const delimiters: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };
    const { delimiter } = report;
    const facts: [string, string][] = [
      [t("report-file"), file.name],
      [t("report-rows"), count(report.rows_read)],
      [t("report-left-out"), count(report.rows_left_out.count)],
      [t("report-columns"), count(report.columns.length)],
      [t("report-format"), report.format.toUpperCase()],
      [t("report-encoding"), report.encoding],
      ...(delimiter === undefined ? [] : [[t("report-delimiter"), t("delimiter", { delimiter: delimiters[delimiter] ?? "other" })] as [string, string]]),
      [t("report-size"), bytes(report.bytes_read)],
    ];
    return html`<dl class="facts card">${facts.map(([name, value]) => html`<div><dt class="quiet small">${name}</dt><dd class="cut" title=${value}>${value}</dd></div>`)}</dl>`;
  }

  #notes(report: LoadReport): TemplateResult {
    return html`<section class="card">
      <h2>${t("report-notes")}</h2>
      <ul class="lines">
        ${report.notes.map(
          ({ code, count: times, lines }) => html`<li><span>${t("note", { code, count: times })}</span>${lines.length > 0 ? html`<span class="quiet">${t("lines", { count: lines.length, lines: listed(lines.map(count)) })}</span>` : nothing}</li>`,
        )}
      </ul>
    </section>`;
  }

  #leftOut({ count: total, first }: LeftOut): TemplateResult {
    return html`<section class="card">
      <h2>${t("report-left-out")}</h2>
      <p class="quiet">${t("left-out", { count: total })} ${first.length < total ? t("left-out-first", { count: first.length }) : nothing}</p>
      <ul class="lines">${first.map(leftOutLine)}</ul>
    </section>`;
  }

  #unusable({ unreadable, missing_properties, events_after_as_of }: ScoreReport): TemplateResult | typeof nothing {
    if (unreadable.length === 0 && missing_properties.length === 0 && events_after_as_of === 0) return nothing;
    return html`<section class="card">
      <h2>${t("unusable")}</h2>
      <ul class="lines">
        ${missing_properties.length > 0
          ? html`<li><span>${t("unusable-missing", { count: missing_properties.length })} <b>${listed(missing_properties)}</b></span></li>`
          : nothing}
        ${unreadable.map(
          ({ property, needed, rows, examples }) => html`<li><span><b>${property}</b> ${t("unusable-unreadable", { needed, count: rows })} <q>${listed(examples)}</q></span></li>`,
        )}
        ${events_after_as_of > 0 ? html`<li><span>${t("unusable-later", { count: events_after_as_of })}</span></li>` : nothing}
      </ul>
    </section>`;
  }

  #suggestions(report: LoadReport): TemplateResult {
    const declared = new Set(this.state.outline?.unknownValues);
    const byValue = Map.groupBy(report.suggested_unknown_values, ({ value }) => value);
    const values = Array.from(byValue, ([value, found]) => ({
      value,
      declared: declared.has(value.trim().toLowerCase()),
      places: found.map(({ property, rows }) => `${property} (${count(rows)})`),
    })).sort((a, b) => Number(a.declared) - Number(b.declared));
    return html`<section class="card">
      <h2>${t("unknowns")}</h2>
      <p class="quiet">${t("unknowns-hint")}</p>
      <ul class="lines">
        ${values.map(
          ({ value, declared, places }) => html`<li>
            <span><b><q>${value}</q></b> ${t("unknowns-in", { places: listed(places) })}</span>${declared ? html`<span class="quiet">${t("unknowns-declared")}</span>` : nothing}
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #events(report: NonNullable<LoadReport["events"]>): TemplateResult {
    return html`<section class="card">
      <h2>${t("report-events")}</h2>
      <p class="quiet">${t("report-events-read", { count: report.read })}${report.unmatched > 0 ? ` ${t("report-events-unmatched", { count: report.unmatched })}` : nothing}</p>
      <ul class="types">${report.types.map(({ type, count: events }) => html`<li><span class="code">${type}</span> <span class="quiet">${count(events)}</span></li>`)}</ul>
      ${report.left_out.count > 0
        ? html`<h3>${t("report-events-left-out")}</h3>
            <ul class="lines">${report.left_out.first.map(leftOutLine)}</ul>`
        : nothing}
    </section>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }

      .empty {
        padding: var(--space-4);
      }

      .page {
        flex: 1 1 0;
        min-height: 0;
        overflow: auto;
        overflow-wrap: anywhere;
        border-radius: var(--radius);
      }

      .facts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr));
        gap: var(--space-4);
        padding: var(--space-4);
      }

      /* As the sections come, in one column or two. */
      .findings {
        margin-top: var(--space-4);
        columns: 28rem 2;
        column-gap: var(--space-4);
      }

      .findings + section {
        margin-top: var(--space-4);
      }

      .findings section {
        break-inside: avoid;
        margin-bottom: var(--space-4);
      }

      .facts div {
        min-width: 0;
      }

      .facts dd {
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }

      section {
        display: flex;
        flex-direction: column;
        gap: var(--space-2);
        padding: var(--space-4);
      }

      .lines li {
        display: flex;
        flex-wrap: wrap;
        column-gap: var(--space-3);
        padding: var(--space-1) 0;
      }

      .lines li + li {
        border-top: 1px solid var(--line);
      }

      .line {
        min-width: 5.5rem;
        text-align: left;
      }

      .types {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-5);
      }
    `,
  ];
}
