import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.TISHENG_SERVER ?? 'http://127.0.0.1:8080';

const proxy = { '/api': server, '/openapi.json': server, '/docs': server, '/problems': server };
/** As the server sends it, so that a preview breaks where the real thing would. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; require-trusted-types-for 'script'";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // A test holds the words against the server's sources.
  server: { proxy, fs: { allow: [process.env.VITEST ? '..' : '.'] } },
  preview: { proxy, headers: { 'content-security-policy': POLICY } },
  build: {
    target: 'es2022',
    // A file inlined as data: would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
  test: {
    environment: 'jsdom',
    globals: true,
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
  },
});
