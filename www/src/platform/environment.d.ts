interface ImportMetaEnv {
  /** Whether everything is in one file, which has nothing beside it and may have been opened by double click. */
  readonly VITE_SINGLE_FILE: boolean;
}

interface ViteTypeOptions {
  strictImportMetaEnv: unknown;
}
