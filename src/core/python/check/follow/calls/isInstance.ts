import { forEach } from '../../values/choice';
import { type ClassValue, constant, type Single, unknown, type Value } from '../../values/value';
import type { Interpreter } from '../interpreter';

/** `isinstance(value, kinds)` */
export function isInstance(run: Interpreter, value: Value | undefined, kinds: Value | undefined): Value {
  if (!value || !kinds) return unknown;
  return forEach(value, run.path, (single) => {
    const answers = (kinds.type === 'tuple' ? kinds.items : [kinds]).map((kind) => isOfKind(single, kind));
    if (answers.includes(true)) return constant(true);
    return answers.every((answer) => answer === false) ? constant(false) : unknown;
  });
}

/** Null where it is not known. */
function isOfKind(value: Single, kind: Value): boolean | null {
  switch (value.type) {
    case 'tuple':
    case 'list':
    case 'dict':
      return kind.type === 'extern' ? kind.path === `builtins.${value.type}` : null;
    case 'tensor':
      return kind.type === 'extern' ? isTensor(kind.path) : null;
    case 'loss':
      return isModuleOfTorch(value.loss.name, kind);
    case 'torch':
      return isModuleOfTorch(value.name, kind);
    case 'instance':
      return inherits(value.of, kind);
    default:
      return null;
  }
}

function isTensor(path: string): boolean | null {
  if (path.endsWith('Tensor')) return true;
  return /^builtins\.(tuple|list|dict)$/.test(path) ? false : null;
}

/**
 * Of a module of torch by the name of its class. The classes there have no bases among each other but those whose names
 * say so; what is wrapped for several devices stands for itself here.
 */
function isModuleOfTorch(name: string, kind: Value): boolean | null {
  if (kind.type === 'class' || (kind.type === 'extern' && kind.path.startsWith('builtins.'))) return false;
  const asked = kind.type === 'extern' ? /^torch\.nn\.(?:\w+\.)*(\w+)$/.exec(kind.path)?.[1] : undefined;
  if (asked === undefined) return null;
  if (asked === name || asked === 'Module') return true;
  return /^_|Base$|^Container$|DataParallel$/.test(asked) || name.startsWith('Lazy') ? null : false;
}

function inherits(of: ClassValue, kind: Value): boolean | null {
  if (of === kind) return true;
  const answers = of.bases.map((base) => {
    if (base.type === 'class') return inherits(base, kind);
    if (base.type !== 'extern' || !/^(torch\.nn|builtins)\./.test(base.path)) return null;
    return isModuleOfTorch(lastOf(base.path), kind);
  });
  if (answers.includes(true)) return true;
  return answers.every((answer) => answer === false) ? false : null;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
