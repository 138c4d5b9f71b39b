import type { Attribute, Expression } from '../../syntax/ast';
import { type Node, walk } from '../../syntax/walk';
import { mentionsCheckedLoss } from '../../torch/checkedLosses';

/** The names in a piece of code that can stand for what a program defines. */
export interface NamesIn {
  readonly names: ReadonlySet<string>;
  /** `b` of `a.b` and `a.x.b`, by `a`. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  /** Strings that could be names. */
  readonly strings: ReadonlySet<string>;
  /** Something is taken by its name, which need not be written out: of an object, or of the file itself. */
  readonly isDynamic: boolean;
  readonly isOwnDynamic: boolean;
  /** A checked loss is named, or a language model, which makes its loss itself. */
  readonly isLoss: boolean;
  readonly isLog: boolean;
  /** A softmax is named. */
  readonly isSoftmax: boolean;
}

/** Objects whose `log` takes no tensor. */
const notTensors = new Set(['self', 'math', 'logger', 'logging', 'wandb']);

const takesByName = new Set(['getattr', 'vars', '__dict__', 'import_module']);
const takesOwnByName = new Set(['globals', 'locals', 'eval']);

/** Takes time in proportion to the code. */
export function namesIn(code: Node): NamesIn {
  const names = new Set<string>();
  const members = new Map<string, Set<string>>();
  const strings = new Set<string>();
  let [isLoss, isLog, isSoftmax, isDynamic, isOwnDynamic] = [false, false, false, false, false];
  const look = (name: string) => {
    isLoss ||= mentionsCheckedLoss(name) || /LMHeadModel|ForCausalLM/.test(name);
    isSoftmax ||= /softmax/i.test(name);
    isDynamic ||= takesByName.has(name);
    isOwnDynamic ||= takesOwnByName.has(name);
  };
  for (const node of walk(code)) {
    if (node.type === 'name') {
      // That of a decorator can have dots.
      const [root, ...rest] = node.id.split('.');
      names.add(root);
      for (const part of rest) memberSet(members, root).add(part);
      look(node.id);
      isLog ||= root === 'log';
    } else if (node.type === 'attribute') {
      const root = rootOf(node);
      if (root !== null) memberSet(members, root).add(node.name);
      look(node.name);
      isLog ||= isLogarithm(node);
    } else if (node.type === 'constant' && typeof node.value === 'string') {
      if (!/^[\w.]{1,100}$/.test(node.value)) continue;
      strings.add(lastPart(node.value));
      look(node.value);
    } else if (node.type === 'import' || node.type === 'from') {
      for (const { name } of node.names ?? []) names.add(lastPart(name));
    }
  }
  return { names, members, strings, isDynamic, isOwnDynamic, isLoss, isLog, isSoftmax };
}

export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function memberSet(members: Map<string, Set<string>>, root: string): Set<string> {
  const known = members.get(root) ?? new Set();
  members.set(root, known);
  return known;
}

/** `a` of `a.b.c`; null where it does not start with a name. */
function rootOf({ object }: Attribute): string | null {
  let root: Expression = object;
  while (root.type === 'attribute') root = root.object;
  return root.type === 'name' ? root.id : null;
}

function isLogarithm({ object, name }: Attribute): boolean {
  return /^log(_|2|10|1p)?$/.test(name) && !(object.type === 'name' && notTensors.has(object.id));
}
