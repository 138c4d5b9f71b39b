import type { Glob, GlobNode } from './glob';

/** A step of reading a path: takes a character and goes on, or goes on by itself in any of several ways. */
type State =
  | { readonly accepts: (character: string) => boolean; readonly next: number }
  | { readonly ways: readonly number[] };

/** Any path matches from here. */
const done = 0;

/**
 * A glob as states of which a path is in several at a time, so that every character is looked at once: the time is
 * proportional to the length of the path times that of the glob, whatever they are.
 */
export class GlobStates {
  private readonly states: State[] = [{ ways: [] }];
  private readonly start: number;
  /** For each state, the last character before which it was entered. */
  private readonly entered: Int32Array;

  constructor(glob: Glob) {
    // A glob that names a folder means all in it too.
    this.start = this.sequence([...glob, { type: 'rest' }], done);
    this.entered = new Int32Array(this.states.length);
  }

  matches(path: string): boolean {
    this.entered.fill(-1);
    let current: number[] = [];
    this.enter(this.start, 0, current);
    for (let at = 0; at < path.length && current.length > 0; at++) {
      const next: number[] = [];
      for (const index of current) {
        const state = this.states[index];
        if ('accepts' in state && state.accepts(path[at])) this.enter(state.next, at + 1, next);
      }
      current = next;
    }
    return this.entered[done] === path.length;
  }

  /** Adds a state and all that it leads to without a character. */
  private enter(first: number, at: number, into: number[]): void {
    const open = [first];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      if (this.entered[index] === at) continue;
      this.entered[index] = at;
      const state = this.states[index];
      if ('ways' in state) open.push(...state.ways);
      else into.push(index);
    }
  }

  /** Each gives the state in which the rest begins; `next` is where it goes on. */
  private sequence(glob: Glob, next: number): number {
    return glob.reduceRight((after, node) => this.node(node, after), next);
  }

  private node(node: GlobNode, next: number): number {
    switch (node.type) {
      case 'character':
        return this.add({ accepts: node.accepts, next });
      case 'star':
        return this.repeated((one) => one !== '/', next);
      case 'folders':
        return this.add({ ways: [this.repeated(() => true, this.slash(next)), next] });
      case 'rest':
        return this.add({ ways: [this.slash(this.repeated(() => true, next)), next] });
      case 'choice':
        return this.add({ ways: node.choices.map((choice) => this.sequence(choice, next)) });
    }
  }

  private slash(next: number): number {
    return this.add({ accepts: (one) => one === '/', next });
  }

  private repeated(accepts: (character: string) => boolean, next: number): number {
    const ways = [next];
    const loop = this.add({ ways });
    ways.push(this.add({ accepts, next: loop }));
    return loop;
  }

  private add(state: State): number {
    return this.states.push(state) - 1;
  }
}
