/** Cut down to what makes a command. */
declare module 'commander' {
  export class Command {
    constructor(name: string);
    action(fn: (...args: any[]) => void | Promise<void>): this;
  }
}
