import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The support server that `npm start` runs at the repository's root. */
const supportServer = process.env['SUPPORT_SERVER'] ?? 'http://127.0.0.1:4560';

/** No inline script, no inline style, no nonce: the widgets need none. The development server of Vite itself would. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': supportServer } },
  preview: { proxy: { '/api': supportServer }, headers: { 'Content-Security-Policy': contentSecurityPolicy } },
});
