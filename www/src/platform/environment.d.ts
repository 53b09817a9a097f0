interface ImportMetaEnv {
  /** As what this comes to its user: from the development server, as a folder on a server, or all in one file. */
  readonly VITE_DELIVERY: "development" | "folder" | "single file";
  /** The digest of the on-site embed's script, for the attribute `integrity` of a site's element. */
  readonly VITE_ONSITE_INTEGRITY: string;
}

interface ViteTypeOptions {
  strictImportMetaEnv: unknown;
}
