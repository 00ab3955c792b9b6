import { createRequire } from 'node:module';
import { INSTALL_PADDLE, isPaddleInstalled } from '../../ocr/paddle/installed.js';
import type { Configuration, WechatConfiguration } from '../configuration.js';
import type { PartFound } from './finding.js';

const require = createRequire(import.meta.url);

/** Whether a package stands where the program finds packages. */
function isInstalled(name: string): boolean {
  return (require.resolve.paths(name) ?? []).some((folder) => {
    try {
      require.resolve(`${folder}/${name}/package.json`);
      return true;
    } catch {
      return false;
    }
  });
}

const missing = (names: readonly string[]): string[] => names.filter((name) => !isInstalled(name));

const found = (state: PartFound['state'], detail: string, todo: string | null): PartFound => ({
  part: 'pictures',
  state,
  detail,
  todo,
});

/** What pictures are decoded with, whoever reads them, and what the reader that comes with the program needs. */
const DECODING = ['sharp', 'zxing-wasm'] as const;
const TESSERACT = ['tesseract.js', '@tesseract.js-data/chi_sim'] as const;

/** Whether everything that pictures are read with is installed. */
export function examinePictures(engine: Configuration['ocrEngine']): PartFound {
  if (engine === 'off') return found('off', 'not read', 'to have pictures read, write OCR_ENGINE=tesseract');
  if (engine === 'paddle' && !isPaddleInstalled()) return found('broken', 'paddle is not installed', `run: ${INSTALL_PADDLE}`);
  const absent = missing([...DECODING, ...(engine === 'tesseract' ? TESSERACT : [])]);
  if (absent.length > 0) return found('broken', `${engine} lacks ${absent.join(', ')}`, 'run: npm ci');
  return found('ok', `${engine} and what it needs are installed`, null);
}

/** Whether wechaty and the puppet are installed; they are not spoken to, for that would be a log-in. */
export function examineWechat(configuration: WechatConfiguration | null): PartFound {
  if (configuration === null)
    return {
      part: 'wechat',
      state: 'off',
      detail: 'not set up',
      todo: 'for WeChat, write WECHATY_PUPPET and read about it in the README first',
    };
  const absent = missing(['wechaty', configuration.puppet]);
  if (absent.length > 0)
    return {
      part: 'wechat',
      state: 'broken',
      detail: `not installed: ${absent.join(', ')}`,
      todo: `npm install ${absent.join(' ')}`,
    };
  return {
    part: 'wechat',
    state: 'ok',
    detail: `${configuration.puppet} is installed; whether it can log in is seen at the start`,
    todo: null,
  };
}
