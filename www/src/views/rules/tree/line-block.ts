/**
 * Lines of one group, drawn when they come near what is seen: the tree of ten thousand criteria costs what is looked at. Once drawn they stay. It has no
 * shadow root, so that its lines stand in the tree's own.
 */
import { LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { CriterionLine } from "./lines.ts";

@customElement("line-block")
export class LineBlock extends LitElement {
  @property({ attribute: false }) lines: readonly CriterionLine[] = [];
  @property({ attribute: false }) draw: (line: CriterionLine) => TemplateResult | typeof nothing = () => nothing;
  @property({ type: Boolean, reflect: true }) drawn = false;
  #observer: IntersectionObserver | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { host } = this.getRootNode() as ShadowRoot;
    this.#observer = new IntersectionObserver((entries) => (this.drawn ||= entries.some(({ isIntersecting }) => isIntersecting)), {
      root: host,
      rootMargin: "800px 0px",
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  override willUpdate(): void {
    this.style.setProperty("--lines", String(this.lines.length));
    if (this.drawn) this.#observer?.disconnect();
  }

  override render(): unknown {
    if (!this.drawn) return nothing;
    return repeat(
      this.lines,
      ({ key }) => key,
      (line) => this.draw(line),
    );
  }
}
