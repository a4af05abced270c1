import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/**
 * Runs a command that ends when we end, however that happens: the shell around it waits on a pipe from us, and stops the
 * command when the pipe closes, which the kernel does even after kill -9. An API server whose etcd ended first does not
 * end by itself: it is killed 10 seconds later.
 */
const GUARD = `
exec 3<&0
"$@" <&- 3<&- & command=$!
( cat <&3 >/dev/null; kill $command; sleep 10; kill -9 $command ) 2>/dev/null & watch=$!
wait $command; status=$?
kill $watch 2>/dev/null
exit $status`;

export class GuardedProcess {
  private exit: number | string | undefined;
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;

  constructor(
    private readonly name: string,
    private readonly logFile: string,
    command: string,
    args: readonly string[],
  ) {
    const log = openSync(logFile, 'w');
    this.child = spawn('sh', ['-c', GUARD, name, command, ...args], { stdio: ['pipe', log, log] });
    closeSync(log);
    this.ended = new Promise((resolve) => {
      this.child.on('exit', (code, signal) => {
        this.exit = code ?? signal ?? 'unknown';
        resolve();
      });
    });
  }

  /** Throws with the end of the log where the process is gone. */
  public assertRunning(): void {
    if (this.exit === undefined) return;
    const tail = readFileSync(this.logFile, 'utf8').split('\n').slice(-15).join('\n');
    throw new Error(`${this.name} ended (${this.exit}); the end of ${this.logFile}:\n${tail}`);
  }

  public async stop(): Promise<void> {
    this.child.stdin?.end();
    await this.ended;
  }
}
