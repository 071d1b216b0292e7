import { wordOf } from './generate.ts';
import type { BenchQuery, QueryKind } from './engines/engine.ts';

/** The `i`-th query of a class: the same for every engine and every run. */
export function queryOf(kind: QueryKind, i: number): BenchQuery {
  const query = (words: readonly string[], tag: string | null = null): BenchQuery => ({ kind, words, tag });
  switch (kind) {
    case 'one word':
      return query([wordOf('en', 200 + i * 13)]);
    case 'common word':
      return query([wordOf('en', i % 5)]);
    case 'three words':
      return query([3, 20, 60].map((rank) => wordOf('en', rank + i)));
    case 'phrase':
      return query([wordOf('tr', i % 9), wordOf('tr', (i + 1) % 9)]);
    case 'prefix':
      return query([[...longWord('ru', 200 + i)].slice(0, 4).join('')]);
    case 'two letters':
      return query([[...longWord('en', 10 + i)].slice(0, 2).join('')]);
    case 'filtered':
      return query([wordOf('en', i % 20)], `topic-${i % 20}`);
    case 'CJK':
      return query([['東京', '新聞', '図書', '世界経済', '文化'][i % 5] ?? '']);
  }
}

/** What a person types into Offprint's search field for it. */
export function asOffprint({ kind, words, tag }: BenchQuery): string {
  if (kind === 'phrase') return `"${words.join(' ')}"`;
  return tag === null ? words.join(' ') : `${words.join(' ')} tag:${tag} is:unread`;
}

function longWord(lang: string, rank: number): string {
  for (let at = rank; ; at++) {
    const word = wordOf(lang, at);
    if (word.length >= 5) return word;
  }
}
