import type { Binary, Expression } from '../../syntax/ast';
import { numberOf } from '../effects/shapes';
import { possible } from '../values/choice';
import type { TensorValue } from '../values/tensorValue';
import type { Interpreter } from './interpreter';

/**
 * What a program asks of a tensor that it holds under a name, to tell targets that are class indices from probabilities:
 * `target.shape == scores.shape`, `target.dim() > 1`, `target.size(1) == 1`, `target.dtype == torch.long`, `target.is_floating_point()`. Scores
 * and probabilities are floating point and have an axis of classes beside that of the samples, if nothing else is known.
 * Null when it is no such question, or the answer is not known.
 */
export function answerOf(run: Interpreter, node: Expression): boolean | null {
  if (node.type === 'call') return isFloatingPoint(run, node);
  if (node.type !== 'binary') return null;
  const { operator, left, right } = node;
  const answers = [equalsInShape(run, left, right), equalsInDtype(run, left, right)];
  const isEqual = answers.find((answer) => answer !== null) ?? null;
  if (isEqual !== null && (operator === '==' || operator === '!=')) return isEqual === (operator === '==');
  return comparesRank(run, node) ?? comparesClasses(run, node);
}

function equalsInShape(run: Interpreter, left: Expression, right: Expression): boolean | null {
  const [a, b] = [measured(left), measured(right)];
  if (a === null || b === null || a.isRank !== b.isRank) return null;
  return agreed(run, a.name, (x) =>
    agreed(run, b.name, (y) => {
      const [one, other] = [hasClasses(x), hasClasses(y)];
      return one === null || other === null || !(one || other) ? null : one === other;
    }),
  );
}

function equalsInDtype(run: Interpreter, left: Expression, right: Expression): boolean | null {
  if (left.type !== 'attribute' || left.name !== 'dtype' || left.object.type !== 'name') return null;
  const dtype = run.evaluate(right);
  if (dtype.type !== 'extern' || !/^torch\.(u?int\d+|long|int|short)$/.test(dtype.path)) return null;
  return agreed(run, left.object.id, (x) => (isFloat(x) ? false : null));
}

function comparesRank(run: Interpreter, { operator, left, right }: Binary): boolean | null {
  const asked = measured(left);
  const limit = asked?.isRank ? numberOf(run.evaluate(right)) : undefined;
  if (!asked || limit === undefined) return null;
  return agreed(run, asked.name, (x) => {
    const isUsual = hasClasses(x) === true && limit <= (operator === '>' ? 1 : 2);
    const rank = x.rank ?? (isUsual ? 2 : null);
    return rank === null ? null : compares(rank, operator, limit);
  });
}

/** `target.size(1) == 1`: a distribution has more classes than one. */
function comparesClasses(run: Interpreter, { operator, left, right }: Binary): boolean | null {
  const name = numClassesOf(run, left);
  if (name === null || numberOf(run.evaluate(right)) !== 1) return null;
  return agreed(run, name, ({ kind }) =>
    kind === 'probs' || kind === 'logProbs' ? compares(2, operator, 1) : null,
  );
}

/** The name whose size along axis 1, or the last, an expression gives. */
function numClassesOf(run: Interpreter, node: Expression): string | null {
  const isMethod = node.type === 'call';
  if (!isMethod && node.type !== 'subscript') return null;
  const access = isMethod ? node.callee : node.object;
  const axes = isMethod ? node.args.map(({ value }) => value) : node.index;
  if (access.type !== 'attribute' || access.object.type !== 'name' || axes.length !== 1) return null;
  const axis = numberOf(run.evaluate(axes[0]));
  const isAsked = access.name === (isMethod ? 'size' : 'shape') && (axis === 1 || axis === -1);
  return isAsked ? access.object.id : null;
}

function compares(a: number, operator: string, b: number): boolean | null {
  switch (operator) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '<':
      return a < b;
    default:
      return operator === '<=' ? a <= b : null;
  }
}

function isFloatingPoint(run: Interpreter, node: Extract<Expression, { type: 'call' }>): boolean | null {
  if (node.callee.type !== 'attribute' || node.callee.name !== 'is_floating_point') return null;
  const [given = null] = node.args;
  const of = given === null ? node.callee.object : given.value;
  return of.type === 'name' ? agreed(run, of.id, (x) => isFloat(x)) : null;
}

/** The answer for all that a name may hold; null when they differ. */
function agreed(run: Interpreter, name: string, ask: (x: TensorValue) => boolean | null): boolean | null {
  const held = run.lookUp(name);
  if (!held) return null;
  const answers = new Set(
    possible(held, run.path).map(({ value }) => (value.type === 'tensor' ? ask(value) : null)),
  );
  const [only = null] = answers;
  return answers.size === 1 ? only : null;
}

/** The name whose shape, or number of axes, an expression gives. */
function measured(node: Expression): { readonly name: string; readonly isRank: boolean } | null {
  if (node.type === 'call' && node.callee.type === 'name' && node.callee.id === 'len') {
    const inner = node.args.length === 1 ? measured(node.args[0].value) : null;
    return inner && !inner.isRank ? { ...inner, isRank: true } : null;
  }
  const isMethod = node.type === 'call' && node.args.length === 0;
  const access = isMethod ? node.callee : node;
  if (access.type !== 'attribute' || access.object.type !== 'name') return null;
  const name = access.object.id;
  if (access.name === (isMethod ? 'size' : 'shape')) return { name, isRank: false };
  return access.name === (isMethod ? 'dim' : 'ndim') ? { name, isRank: true } : null;
}

/** Whether a tensor has an axis of classes. */
function hasClasses(x: TensorValue): boolean | null {
  return x.kind === 'indices' ? false : isFloat(x) || x.kind === 'oneHot' ? true : null;
}

function isFloat({ kind }: TensorValue): boolean | null {
  if (kind === 'indices') return false;
  return kind === 'scores' || kind === 'probs' || kind === 'sigmoid' || kind === 'logProbs' ? true : null;
}
