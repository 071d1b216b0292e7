import { describe, expect, it } from 'vitest';
import { externalAddress } from '../../../electron/adapters/web/external-address.ts';
import { refusedFromWindow } from '../../../electron/adapters/web/window-calls.ts';

describe('what a window may ask for', () => {
  it('is never a path of this computer', () => {
    for (const [method, input] of [
      ['library.export', { path: '/tmp/x.zip' }],
      ['library.import', { path: '/tmp/x.zip' }],
      ['capture.save', { input: { kind: 'path', path: '/etc/passwd' } }],
      [
        'capture.start',
        {
          inputs: [
            { kind: 'url', url: 'https://example.org/' },
            { kind: 'path', path: '/etc/passwd' },
          ],
        },
      ],
    ] as const) {
      expect(refusedFromWindow(method, input)).toMatchObject({ ok: false, error: { code: 'not-supported-here' } });
    }
  });

  it('is everything else', () => {
    expect(refusedFromWindow('capture.start', { inputs: [{ kind: 'file', name: 'a.html', bytes: '' }] })).toBeNull();
    expect(refusedFromWindow('articles.list', { view: { kind: 'all' } })).toBeNull();
    expect(refusedFromWindow('app.info', null)).toBeNull();
    expect(refusedFromWindow('capture.start', { inputs: 'nonsense' })).toBeNull();
  });
});

describe('addresses opened outside', () => {
  it.each(['https://example.org/a?b#c', 'http://127.0.0.1:8080/', 'mailto:someone@example.org'])('may be %s', (address) => {
    expect(externalAddress(address)).toBe(address);
  });

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'ms-msdt:/id',
    'data:text/html,x',
    'C:\\x.exe',
    '',
    'example.org',
  ])('may not be %s', (address) => {
    expect(() => externalAddress(address)).toThrow(expect.objectContaining({ code: 'unsupported-address' }) as Error);
  });
});
