import { describe, expect, it } from 'vitest';
import { fold } from '../../../electron/core/search/fold.ts';
import { isStopWord } from '../../../electron/core/search/stop-words.table.ts';

describe('words that say nothing', () => {
  it.each([
    ['en', ['what', 'Would', 'there', 'which'], ['keeper', 'harbour', 'lighthouse']],
    ['de-CH', ['während', 'können', 'Nichts'], ['Leuchtturm', 'Hafen']],
    ['fr', ['même', 'être', 'plusieurs'], ['phare', 'gardien']],
    ['es', ['también', 'después'], ['faro', 'puerto']],
    ['ru', ['который', 'ещё', 'потому'], ['маяк', 'гавань']],
    ['tr', ['çünkü', 'değil', 'İçin'], ['fener', 'liman']],
    ['az', ['çünki', 'üçün', 'əgər'], ['mayak', 'liman']],
    ['ar', ['الذي', 'إلى', 'لأن'], ['المنارة', 'الميناء']],
  ])('are known in %s, and words that name things are none', (language, empty, full) => {
    expect(empty.filter((word) => !isStopWord(fold(word), language))).toEqual([]);
    expect(full.filter((word) => isStopWord(fold(word), language))).toEqual([]);
  });

  it('are those of the article’s own language; of any where that is not known or not listed', () => {
    expect([isStopWord('sind', 'de'), isStopWord('sind', 'en')]).toEqual([true, false]);
    expect([isStopWord('sind', null), isStopWord('what', 'xx'), isStopWord('keeper', null)]).toEqual([true, true, false]);
  });
});
