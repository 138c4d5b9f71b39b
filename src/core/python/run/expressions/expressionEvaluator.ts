import * as l10n from '../../../l10n';
import type { TextRange } from '../../../textRange';
import type { Call, Expression } from '../../syntax/ast';
import { truthOf } from '../../torch/tensor/truth';
import { PySet } from '../../values/iterables';
import { NotEvaluated, PythonError } from '../../values/pythonError';
import { ellipsis, PyList, PyObject, PyTuple, Unknown, type Value } from '../../values/values';
import type { Scope } from '../scope';
import { attributeOf } from './attributes';
import { binaryValue } from './binary';
import { callOf } from './calls/call';
import { comprehension } from './comprehensions';
import { constantOf } from './constants';
import { dictionary, itemsOfDisplay } from './displays';
import type { Evaluator, EvaluatorHost, OpenCall } from './evaluator';
import { formattedString } from './formattedStrings';
import { indexOf, sliceOf } from './indices';
import { nameOf } from './names';
import { unaryOperation } from './pythonOperators';
import { subscript } from './subscripts';

/** The evaluator, with the state that all its parts share. */
export class ExpressionEvaluator implements Evaluator {
  readonly calls: OpenCall[] = [];
  done: Map<Call, Value> | null = null;
  failedCalls: readonly Call[] = [];
  assumed: Unknown[] | null = null;

  constructor(readonly host: EvaluatorHost) {}

  evaluate(node: Expression, scope: Scope): Value {
    const value = this.evaluateAny(node, scope);
    if (value instanceof PyObject && value.isUnknown) {
      const label = value instanceof Unknown ? value.label : null;
      const error = new NotEvaluated(label ?? this.nameFor(node), label === null);
      error.range = { from: node.from, to: node.to };
      throw error;
    }
    return value;
  }

  evaluateAny(node: Expression, scope: Scope): Value {
    const { provenance, step } = this.host;
    step();
    provenance.enter();
    let value: Value | undefined;
    try {
      value = this.valueOf(node, scope);
      return value;
    } catch (error) {
      if ((error instanceof PythonError || error instanceof NotEvaluated) && error.range === null) {
        error.range = { from: node.from, to: node.to };
      }
      if (error instanceof NotEvaluated && error.what === '') error.what = this.nameFor(node);
      throw error;
    } finally {
      provenance.leave(node, value);
    }
  }

  excerpt({ from, to }: TextRange): string {
    const text = this.host.text.slice(from, to).split('\n')[0];
    return text.length > 40 ? `${text.slice(0, 40)}…` : text;
  }

  /** A call is named by its callee alone. */
  private nameFor(node: Expression): string {
    return node.type === 'call' ? `${this.excerpt(node.callee)}(…)` : this.excerpt(node);
  }

  private valueOf(node: Expression, scope: Scope): Value {
    switch (node.type) {
      case 'name':
        return nameOf(this, node.id, scope);
      case 'constant':
        return constantOf(node, this.host.text);
      case 'attribute':
        return attributeOf(this.host, this.evaluate(node.object, scope), node.name);
      case 'call':
        return callOf(this, node, scope);
      case 'tuple':
        return new PyTuple(itemsOfDisplay(this, node.items, scope));
      case 'list':
        return new PyList(itemsOfDisplay(this, node.items, scope));
      case 'set':
        return new PySet(itemsOfDisplay(this, node.items, scope));
      case 'dict':
        return dictionary(this, node, scope);
      case 'subscript':
        return subscript(this.host.context, this.evaluate(node.object, scope), indexOf(this, node, scope));
      case 'slice':
        return sliceOf(this, node, scope);
      case 'ellipsis':
        return ellipsis;
      case 'binary':
        return binaryValue(this, node, scope);
      case 'unary':
        return unaryOperation(node.operator, this.evaluate(node.value, scope), (name, tensor) =>
          this.host.libraries.apply(name, tensor),
        );
      case 'conditional':
        return this.evaluateAny(truthOf(this.evaluate(node.test, scope)) ? node.then : node.otherwise, scope);
      case 'lambda':
        return this.host.functionOf(node, scope);
      case 'comprehension':
        return comprehension(this, node, scope);
      case 'formatted':
        return formattedString(this, node.parts, scope);
      case 'named':
        return this.named(node, scope);
      case 'starred':
      case 'other':
        throw new NotEvaluated(this.excerpt(node));
    }
  }

  /** `name := value` */
  private named(node: Extract<Expression, { type: 'named' }>, scope: Scope): Value {
    const value = this.evaluateAny(node.value, scope);
    if (node.target.type !== 'name') throw new NotEvaluated(l10n.t('this assignment'));
    if (!this.assumed) scope.set(node.target.id, value);
    return value;
  }
}
