// The one kind of error of the package.

/** What went wrong: a stable code, a message, and where there is one the place in what was given. */
export class LeadscoreError extends Error {
  constructor(code, message, { path, diagnostics, cause } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    if (path !== undefined) this.path = path;
    if (diagnostics !== undefined) this.diagnostics = diagnostics;
  }
}
Object.defineProperty(LeadscoreError.prototype, "name", { value: "LeadscoreError", configurable: true, writable: true });
