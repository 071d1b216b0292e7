// `node scripts/make-icons.mjs`: draws assets/icons/offprint.svg at every size with the Chromium of the tests, and packs the icon files of
// Windows and macOS. Its results are committed; run it after a change of the drawing.
import { chromium } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { icns, ico } from './lib/icon-files.mjs';
import { inRoot } from './lib/project.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const build = inRoot('build');
const assets = inRoot('assets/icons');

const svg = await readFile(join(assets, 'offprint.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: process.env.OFFPRINT_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
const images = new Map();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  images.set(size, await page.screenshot({ omitBackground: true }));
}
await browser.close();

await mkdir(join(build, 'icons'), { recursive: true });
for (const [size, png] of images) await writeFile(join(build, 'icons', `${size}x${size}.png`), png);
await writeFile(join(build, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256].map((size) => ({ size, png: images.get(size) }))));
await writeFile(join(build, 'icon.icns'), icns(images));
await writeFile(join(assets, '256.png'), images.get(256));
