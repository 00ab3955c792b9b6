import { Converter } from 'opencc-js/t2cn';
import { expect, it } from 'vitest';
import { SIMPLIFIED, TRADITIONAL } from '../../src/notice/traditional.js';

/** The generator of the table: every character that OpenCC turns into exactly one other. */
function generate(): { traditional: string; simplified: string } {
  const convert = Converter({ from: 't', to: 'cn' });
  let traditional = '';
  let simplified = '';
  for (let unit = 0x3400; unit <= 0x9fff; unit += 1) {
    const char = String.fromCharCode(unit);
    const converted = convert(char);
    if (converted === char || converted.length !== 1) continue;
    traditional += char;
    simplified += converted;
  }
  return { traditional, simplified };
}

it('holds exactly what OpenCC converts character by character', () => {
  const { traditional, simplified } = generate();
  expect(TRADITIONAL).toBe(traditional);
  expect(SIMPLIFIED).toBe(simplified);
  expect(TRADITIONAL.length).toBeGreaterThan(2_500);
});
