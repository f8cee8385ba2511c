// Holds the built pages to their budgets: compressed script of everything a page loads.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = path.join(import.meta.dirname, '..', 'dist');
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite', 'manifest.json'), 'utf8'));
const MEMBER = 200;
const ADMINISTRATOR = 400;
/** Features whose pages trainees and leaders open. */
const MEMBERS = /features\/(accounts|home|study|selections|homework|reviews|library|exhibitions|grades|catalog|diagnostics)\//;

const sizes = new Map();
const weigh = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length);
  return sizes.get(file);
};
const files = (key, found = new Set()) => {
  const chunk = manifest[key];
  if (!chunk || found.has(chunk.file)) return found;
  if (chunk.file.endsWith('.js')) found.add(chunk.file);
  for (const next of chunk.imports ?? []) files(next, found);
  return found;
};

const start = files(Object.keys(manifest).find((key) => manifest[key].isEntry));
let failed = false;
const pages = Object.entries(manifest).filter(([, chunk]) => chunk.isDynamicEntry);
for (const [key] of pages) {
  const kilobytes = [...new Set([...start, ...files(key)])].reduce((sum, file) => sum + weigh(file), 0) / 1024;
  const budget = MEMBERS.test(key) ? MEMBER : ADMINISTRATOR;
  const over = kilobytes > budget;
  failed ||= over;
  if (over || process.argv.includes('--all')) console.log(`${over ? 'OVER ' : ''}${kilobytes.toFixed(1)} kB of ${budget}  ${key}`);
}
const base = [...start].reduce((sum, file) => sum + weigh(file), 0) / 1024;
console.log(`${pages.length} pages within budget: ${!failed}; every page starts with ${base.toFixed(1)} kB of compressed script`);
process.exit(failed ? 1 : 0);
