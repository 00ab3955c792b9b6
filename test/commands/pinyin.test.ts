import { describe, expect, it } from 'vitest';
import { readAloud } from '../../src/commands/pinyin.js';

describe('the reading of names', () => {
  it('takes characters with several readings by their word', () => {
    expect(readAloud('重庆银行').join('')).toBe('chongqingyinhang');
  });

  it('gives one item per character, also of letters and digits', () => {
    expect(readAloud('京东E卡360')).toEqual(['jing', 'dong', 'E', 'ka', '3', '6', '0']);
  });
});
