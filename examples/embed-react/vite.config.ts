import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The support server that `npm start` runs at the repository's root. */
const supportServer = process.env['SUPPORT_SERVER'] ?? 'http://127.0.0.1:4560';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': supportServer } },
  preview: { proxy: { '/api': supportServer } },
});
