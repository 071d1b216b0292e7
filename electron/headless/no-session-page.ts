import { COMMON_HEADERS } from '../adapters/web/security-headers.ts';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">
    <title>Offprint</title>
    <style>
      body { font: 18px/1.6 Georgia, serif; max-width: 34em; margin: 18vh auto; padding: 0 1.5em; }
      h1 { font-weight: 500; }
    </style>
  </head>
  <body>
    <main>
      <h1>This window does not know the key</h1>
      <p>Offprint shows your library only to a window that was opened with the address it printed when it started
         (the one that ends with <code>?key=…</code>). Open that address again; nothing in your library is lost.</p>
    </main>
  </body>
</html>
`;

/** What a person sees who opens the bare address, or comes back after Offprint was started anew. */
export function noSessionPage(): Response {
  return new Response(PAGE, {
    status: 401,
    headers: {
      ...COMMON_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    },
  });
}
