interface ImportMetaEnv {
  /** As what this comes to its user: from the development server, as a folder on a server, or all in one file. */
  readonly VITE_DELIVERY: "development" | "folder" | "single file";
}

interface ViteTypeOptions {
  strictImportMetaEnv: unknown;
}
