import { createRequire } from 'node:module';

/** Not among the dependencies: it weighs 335 MB, and reads with native code. */
export const PADDLE_PACKAGE = '@gutenye/ocr-node';

/** Whether the package stands where this program finds packages. */
export function isPaddleInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve(PADDLE_PACKAGE);
    return true;
  } catch {
    return false;
  }
}

/** The variable keeps a dependency from downloading what a processor alone does not need. */
export const INSTALL_PADDLE = `ONNXRUNTIME_NODE_INSTALL=skip npm install --no-save ${PADDLE_PACKAGE}@1.4.8`;
