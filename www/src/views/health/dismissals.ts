/** Findings that the user does not want to see again: of each ruleset, for as long as the page is open. */

const byRuleset = new Map<string, Set<string>>();

export const dismissals = new (class extends EventTarget {
  of(ruleset: string): ReadonlySet<string> {
    return byRuleset.get(ruleset) ?? new Set();
  }

  dismiss(ruleset: string, finding: string): void {
    byRuleset.set(ruleset, new Set([...this.of(ruleset), finding]));
    this.dispatchEvent(new Event("change"));
  }

  bringBack(ruleset: string, finding: string): void {
    byRuleset.set(ruleset, new Set([...this.of(ruleset)].filter((one) => one !== finding)));
    this.dispatchEvent(new Event("change"));
  }
})();
