import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const WRITER = fileURLToPath(new URL('killed-writer.ts', import.meta.url));

/** Lets one process after the other write into the store of a folder and kills it; the people whose conversation was said to be kept. */
export async function killInTheMiddle(home: string, rounds: number): Promise<string[]> {
  const kept: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const child = spawn(process.execPath, ['--import', 'tsx', WRITER, home, String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    await new Promise<void>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        // Anywhere between two writes, after some of them.
        if (said.length > 40 + round * 17) child.kill('SIGKILL');
      });
      child.on('close', () => resolve());
    });
    const whole = said.split('\n').slice(0, -1);
    if (whole.length <= 10) throw new Error('the writer ended before it was killed');
    kept.push(...whole.map((at) => `${round}-${at}`));
  }
  return kept;
}
