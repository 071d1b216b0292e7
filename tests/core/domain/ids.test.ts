import { describe, expect, it } from 'vitest';
import { articleIdSchema, collectionIdSchema, jobIdSchema, tagIdSchema } from '../../../electron/contract/entities.ts';
import {
  isArticleId,
  isSegment,
  makeArticleId,
  makeCollectionId,
  makeJobId,
  makeTagId,
  nextSegment,
  segmentOf,
} from '../../../electron/core/domain/ids.ts';

const random = (length: number) => '7'.repeat(length);

describe('ids', () => {
  it('are what the contract accepts', () => {
    expect(articleIdSchema.parse(makeArticleId('00zz', random))).toBe('00zz77777777');
    expect(tagIdSchema.parse(makeTagId(random))).toBe('t777777777');
    expect(collectionIdSchema.parse(makeCollectionId(random))).toBe('c777777777');
    expect(jobIdSchema.parse(makeJobId(random))).toBe('j777777777');
  });

  it('of articles name their segment', () => {
    expect(segmentOf('00zz77777777')).toBe('00zz');
    expect(isArticleId('00zz77777777')).toBe(true);
    expect(['00ZZ77777777', '-0zz77777777', '00zz7777777', '../../../../'].map(isArticleId)).toEqual([false, false, false, false]);
    expect([isSegment('0000'), isSegment('000'), isSegment('.tmp')]).toEqual([true, false, false]);
  });

  it('of segments count in base 36 and sort by age', () => {
    expect(nextSegment(null)).toBe('0000');
    expect(nextSegment('0000')).toBe('0001');
    expect(nextSegment('0009')).toBe('000a');
    expect(nextSegment('00zz')).toBe('0100');
    expect(['0100', '00zz', '000a', '0009'].sort()).toEqual(['0009', '000a', '00zz', '0100']);
  });
});
