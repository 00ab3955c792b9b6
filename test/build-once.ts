import { execFileSync } from 'node:child_process';

/** Tests of the command line run the built program: build it from the sources that are about to be tested. */
export default function setup(): void {
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
