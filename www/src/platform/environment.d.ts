interface ImportMetaEnv {
  /** Whether this is the built folder, which a browser can keep and install; not the development server, not the single file. */
  readonly VITE_INSTALLABLE: boolean;
}

interface ViteTypeOptions {
  strictImportMetaEnv: unknown;
}
