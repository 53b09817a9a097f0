/** What the files turned out to hold, and what rules could not make use of. */
import type { LeftOut, LoadReport, ScoreReport } from "leadscore";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { State } from "../../session/state.ts";
import { controls } from "../../styles/controls.ts";
import { bytes, count, counted } from "../../text/counts.ts";
import "./columns-table.ts";

@customElement("load-report")
export class LoadReportElement extends LitElement {
  @property({ attribute: false }) state!: State;

  override render(): TemplateResult {
    const { contacts, scored, events } = this.state;
    if (contacts === undefined) return html`<p class="card empty quiet">There are no contacts yet.</p>`;
    const { report, file } = contacts;
    return html`<div class="page" tabindex="0" role="region" aria-label="Load report">
      ${this.#facts(file, report)}
      <div class="findings">${report.notes.length > 0 ? this.#notes(report) : nothing}
      ${report.rows_left_out.count > 0 ? this.#leftOut("Rows left out", "row", report.rows_left_out) : nothing}
      ${scored ? this.#unusable(scored.report) : nothing}
      ${report.suggested_unknown_values.length > 0 ? this.#suggestions(report) : nothing}
      ${report.events ? this.#events(report.events, events?.name) : nothing}
      </div>
      <section class="card">
        <h2>Columns</h2>
        <columns-table .columns=${report.columns} .rows=${contacts.rowCount}></columns-table>
      </section>
    </div>`;
  }

  #facts(file: File, report: LoadReport): TemplateResult {
    const delimiters: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };
    const facts: [string, string][] = [
      ["File", file.name],
      ["Rows read", count(report.rows_read)],
      ["Rows left out", count(report.rows_left_out.count)],
      ["Columns", count(report.columns.length)],
      ["Format", report.format.toUpperCase()],
      ["Encoding", report.encoding],
      ...(report.delimiter === undefined ? [] : [["Delimiter", delimiters[report.delimiter] ?? report.delimiter] as [string, string]]),
      ["Size", bytes(report.bytes_read)],
    ];
    return html`<dl class="facts card">${facts.map(([name, value]) => html`<div><dt class="quiet small">${name}</dt><dd class="cut" title=${value}>${value}</dd></div>`)}</dl>`;
  }

  #notes(report: LoadReport): TemplateResult {
    return html`<section class="card">
      <h2>Notes</h2>
      <ul class="lines">
        ${report.notes.map(
          ({ message, lines }) => html`<li><span>${message}</span>${lines.length > 0 ? html`<span class="quiet">line${lines.length > 1 ? "s" : ""} ${lines.map(count).join(", ")}</span>` : nothing}</li>`,
        )}
      </ul>
    </section>`;
  }

  #leftOut(title: string, noun: string, { count: total, first }: LeftOut): TemplateResult {
    return html`<section class="card">
      <h2>${title}</h2>
      <p class="quiet">${counted(total, noun)} could not be read${first.length < total ? `; the first ${first.length} are these` : nothing}.</p>
      <ul class="lines">${first.map(({ line, reason }) => html`<li><span class="quiet number line">line ${count(line)}</span><span>${reason}</span></li>`)}</ul>
    </section>`;
  }

  #unusable({ unreadable, missing_properties, events_after_as_of }: ScoreReport): TemplateResult | typeof nothing {
    if (unreadable.length === 0 && missing_properties.length === 0 && events_after_as_of === 0) return nothing;
    return html`<section class="card">
      <h2>What the rules could not use</h2>
      <ul class="lines">
        ${missing_properties.length > 0
          ? html`<li><span>${counted(missing_properties.length, "property", "properties")} that rules use, and the contacts do not have: ${missing_properties.map((name, index) => html`${index > 0 ? ", " : nothing}<b>${name}</b>`)}</span></li>`
          : nothing}
        ${unreadable.map(
          ({ property, needed, rows, examples }) => html`<li><span><b>${property}</b> cannot be read as a ${needed} in ${counted(rows, "row")}, such as ${examples.map((example, index) => html`${index > 0 ? ", " : nothing}<q>${example}</q>`)}</span></li>`,
        )}
        ${events_after_as_of > 0 ? html`<li><span>${counted(events_after_as_of, "event")} after the instant of the evaluation, which do not exist yet</span></li>` : nothing}
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
      <h2>Values that may mean “no value”</h2>
      <p class="quiet">The ruleset's <span class="code">unknown_values</span> may declare them.</p>
      <ul class="lines">
        ${values.map(
          ({ value, declared, places }) => html`<li>
            <span><b><q>${value}</q></b> in ${places.join(", ")}</span>${declared ? html`<span class="quiet">declared by the ruleset</span>` : nothing}
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #events(report: NonNullable<LoadReport["events"]>, file: string | undefined): TemplateResult {
    return html`<section class="card">
      <h2>Events</h2>
      <p class="quiet">
        ${counted(report.read, "event")} read${file === undefined ? nothing : html` from ${file}`}${report.unmatched > 0 ? html`, ${count(report.unmatched)} of them of contacts that are not here` : nothing}.
      </p>
      <ul class="types">${report.types.map(({ type, count: events }) => html`<li><span class="code">${type}</span> <span class="quiet">${count(events)}</span></li>`)}</ul>
      ${report.left_out.count > 0
        ? html`<h3>Events left out</h3>
            <ul class="lines">${report.left_out.first.map(({ line, reason }) => html`<li><span class="quiet number line">line ${count(line)}</span><span>${reason}</span></li>`)}</ul>`
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
