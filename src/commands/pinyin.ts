import { pinyin } from 'pinyin-pro';

/** Reads Chinese text aloud, word by word (银行 is yin hang), one item per character and without tones; ü is v. */
export const readAloud = (text: string): readonly string[] => pinyin(text, { toneType: 'none', type: 'array', v: true });
