import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync(join(process.cwd(), 'renderer/styles/tokens.css'), 'utf8');

function tokensOf(theme: string): Record<string, string> {
  const block = new RegExp(`:root\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(sheet)?.[1] ?? '';
  const tokens: Record<string, string> = {};
  for (const [, name, value] of block.matchAll(/(--[a-z0-9-]+):\s*(#[0-9a-f]{6});/g)) tokens[name ?? ''] = value ?? '';
  return tokens;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (channels[0] ?? 0) + 0.7152 * (channels[1] ?? 0) + 0.0722 * (channels[2] ?? 0);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const surfaces = ['--bg', '--bg-raised', '--bg-sunken', '--bg-hover', '--bg-active'];
const marks = ['--mark-yellow', '--mark-green', '--mark-blue', '--mark-pink'];
const text: [string, string[]][] = [
  ['--fg', [...surfaces, '--accent-soft', '--mark', '--selection', ...marks]],
  // Quotations and links can be highlighted, too.
  ['--fg-muted', marks],
  ['--accent', marks],
  ['--fg-muted', [...surfaces, '--accent-soft']],
  ['--fg-faint', surfaces],
  ['--accent', ['--bg', '--bg-raised', '--bg-sunken', '--bg-hover', '--bg-active', '--accent-soft']],
  ['--accent-fg', ['--accent']],
  ['--danger', surfaces],
  ['--success', surfaces],
  ['--warning', surfaces],
];
const shapes: [string, string[]][] = [
  ['--line-strong', ['--bg', '--bg-raised', '--bg-sunken']],
  ['--focus', ['--bg', '--bg-raised', '--bg-sunken', '--bg-hover']],
  ...marks.map((mark): [string, string[]] => [`${mark}-line`, ['--bg', '--bg-raised', mark]]),
  ['--star', ['--bg', '--bg-raised', '--bg-hover', '--accent-soft']],
];

describe.each(['light', 'sepia', 'dark', 'black'])('the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const pairs = (list: [string, string[]][]): [string, string][] =>
    list.flatMap(([front, backs]) => backs.map((back): [string, string] => [front, back]));

  it.each(pairs(text))('shows %s on %s with at least 4.5:1', (front, back) => {
    expect(contrast(tokens[front] ?? '', tokens[back] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
  it.each(pairs(shapes))('draws %s on %s with at least 3:1', (front, back) => {
    expect(contrast(tokens[front] ?? '', tokens[back] ?? '')).toBeGreaterThanOrEqual(3);
  });
});
