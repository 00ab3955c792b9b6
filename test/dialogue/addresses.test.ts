import { describe, expect, it } from 'vitest';
import { checkNotice } from '../../src/checker.js';
import { addressesToAsk, addressesToKeep } from '../../src/dialogue/addresses.js';
import type { NoticeInput } from '../../src/notice/types.js';
import { recordedRegistry } from '../recorded-registry.js';

const registry = recordedRegistry();
const TEXT = '【京东金融】您的白条已逾期，请点击 jd-huankuan.top 处理，或加专员微信 lizi8866';

const kept = (input: NoticeInput): string[] =>
  addressesToKeep(checkNotice(input, registry).gravest, registry).map(({ value }) => value);

describe('what is kept of a fraud', () => {
  it('holds the host of a typed link, and none that was read from a picture: a letter may be wrong', () => {
    expect(kept({ text: TEXT })).toEqual(['jd-huankuan.top']);
    expect(kept({ text: TEXT, picture: { codes: [] } })).toEqual([]);
  });

  it('holds the host of a code, which is exact', () => {
    expect(kept({ text: TEXT, picture: { codes: ['https://www.jd-lizi.top/a'] } })).toEqual(['jd-lizi.top']);
  });
});

it('a host that was read from a picture is asked about all the same', () => {
  const { gravest } = checkNotice({ text: TEXT, picture: { codes: [] } }, registry);
  expect(addressesToAsk(gravest, registry).map(({ value }) => value)).toEqual(['jd-huankuan.top']);
});
