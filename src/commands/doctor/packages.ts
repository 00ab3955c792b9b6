import { createRequire } from 'node:module';
import type { WechatConfiguration } from '../configuration.js';
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

/** What reads pictures, and the languages that it knows. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  tesseract: ['tesseract.js', '@tesseract.js-data/chi_sim', '@tesseract.js-data/eng', 'sharp', 'zxing-wasm'],
  paddle: ['@gutenye/ocr-node', 'sharp', 'zxing-wasm'],
};

/** Whether everything that pictures are read with is installed. */
export function examinePictures(engine: string): PartFound {
  const absent = missing(READERS[engine] ?? []);
  if (absent.length === 0) return { part: 'pictures', state: 'ok', detail: `${engine} and its models are installed`, todo: null };
  const todo = engine === 'paddle' ? `npm install ${absent.join(' ')}` : 'run: npm ci';
  return { part: 'pictures', state: 'broken', detail: `${engine} lacks ${absent.join(', ')}`, todo };
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
