import * as l10n from '../../../l10n';
import type { Expression, Statement } from '../../syntax/ast';
import { tagged } from '../values/choice';
import { withStep } from '../values/trail';
import { type Cells, type ClassValue, none, unknown, type Value } from '../values/value';
import { always } from '../values/when';
import { assign, updateTarget } from './assign';
import { decorated } from './calls/decorators';
import { functionValue } from './calls/functions';
import { judged } from './conditions';
import { expectsError, isProbe } from './expectedErrors';
import { handBack, handedOver } from './handedBack';
import { importFrom, importModules } from './imports';
import type { Frame, Interpreter } from './interpreter';
import { elementsOf } from './iterate';

type Of<T extends Statement['type']> = Extract<Statement, { type: T }>;

/** Loops over known items are followed item by item up to this many. */
const mostRounds = 16;

/** The same for loops that have no use for the items, as `for _ in range(10)` says. */
const mostRepeats = 4;

/** Follows one statement. */
export function execute(run: Interpreter, statement: Statement): void {
  switch (statement.type) {
    case 'expression':
      run.evaluate(statement.value);
      break;
    case 'assign':
      executeAssign(run, statement);
      break;
    case 'update':
      updateTarget(run, statement);
      break;
    case 'return':
      executeReturn(run, statement.value);
      break;
    case 'if':
      executeIf(run, statement.branches, statement.otherwise);
      break;
    case 'for':
      executeFor(run, statement);
      break;
    case 'while':
      executeWhile(run, statement);
      break;
    case 'with':
      for (const { value, target } of statement.items) {
        const held = run.evaluate(value);
        if (target) assign(run, target, held);
      }
      if (statement.items.some(({ value }) => expectsError(value)))
        run.report.expecting(() => run.execute(statement.body));
      else run.execute(statement.body);
      break;
    case 'try':
      executeTry(run, statement);
      break;
    case 'match':
      run.evaluate(statement.subject);
      executeCases(run, statement.cases);
      break;
    case 'function':
      run.setName(statement.name, decorated(run, statement.decorators, functionValue(run, statement)));
      break;
    case 'class':
      executeClass(run, statement);
      break;
    case 'import':
      importModules(run, statement);
      break;
    case 'from':
      importFrom(run, statement);
      break;
    case 'delete':
    case 'declare':
      break;
    case 'scope':
      for (const name of statement.names) run.frame.outerNames.add(name);
      break;
    case 'raise':
      run.frame.isLive = false;
      break;
    case 'assert':
      run.evaluate(statement.test);
      break;
    case 'break':
    case 'continue':
      break;
    case 'broken':
      for (const part of statement.parts) if (part.type === 'name') run.setName(part.id, unknown);
      break;
  }
}

function executeAssign(run: Interpreter, { targets, value }: Of<'assign'>): void {
  const handed = handedOver(run, targets, value);
  const assigned = run.evaluate(value);
  for (const target of targets) assign(run, target, assigned);
  if (assigned.type === 'unknown') handBack(run, handed);
}

function executeReturn(run: Interpreter, node: Expression | null): void {
  const { frame } = run;
  const value = node ? run.evaluate(node) : none;
  const told = node ? withStep(value, run.place(node), () => l10n.t('returned by `{0}`', frame.name)) : value;
  frame.returns.push(...tagged(told, run.path));
  frame.isLive = false;
}

function executeIf(
  run: Interpreter,
  [first, ...rest]: Of<'if'>['branches'],
  otherwise: readonly Statement[],
): void {
  const condition = judged(run, first.test);
  const then = () => run.execute(first.body);
  const orElse = () =>
    rest.length > 0 ? executeIf(run, rest as Of<'if'>['branches'], otherwise) : run.execute(otherwise);
  if (condition.truth === true) then();
  else if (condition.truth === false) orElse();
  else run.branch(condition.yes, condition.no, then, orElse);
}

function executeFor(run: Interpreter, loop: Of<'for'>): void {
  const { target, iterable, body, otherwise } = loop;
  const items = elementsOf(run, run.evaluate(iterable));
  const round = (item: Value) => {
    assign(run, target, item);
    run.execute(body);
  };
  const most = target.type === 'name' && target.id.startsWith('_') ? mostRepeats : mostRounds;
  if (items.rest === null && items.items.length <= most) {
    for (const item of items.items) if (run.frame.isLive) round(item);
  } else {
    const isLong = items.rest === null;
    const first = isLong ? items.items.slice(0, most === mostRepeats ? 1 : 0) : items.items;
    for (const item of first) if (run.frame.isLive) round(item);
    run.repeat(loop, () => round(isLong ? unknown : (items.rest ?? unknown)));
    for (const item of items.tail) if (run.frame.isLive) round(item);
  }
  if (run.frame.isLive) run.execute(otherwise);
}

function executeWhile(run: Interpreter, loop: Of<'while'>): void {
  const { test, body, otherwise } = loop;
  const round = () => {
    if (judged(run, test).truth !== false) run.execute(body);
  };
  run.repeat(loop, round);
  run.execute(otherwise);
}

function executeTry(run: Interpreter, { body, handlers, otherwise, last }: Of<'try'>): void {
  const whole = () => {
    if (isProbe(body, handlers)) run.report.expecting(() => run.execute(body));
    else run.execute(body);
    if (run.frame.isLive) run.execute(otherwise);
  };
  if (handlers.length === 0) whole();
  else
    run.branch(always, always, whole, () =>
      executeCases(
        run,
        handlers.map((handler) => handler.body),
      ),
    );
  if (run.frame.isLive) run.execute(last);
}

/** One of several bodies, nothing being known of which. */
function executeCases(run: Interpreter, [first, ...rest]: readonly (readonly Statement[])[]): void {
  if (!first) return;
  run.branch(
    always,
    always,
    () => run.execute(first),
    () => executeCases(run, rest),
  );
}

function executeClass(run: Interpreter, definition: Of<'class'>): void {
  const cells: Cells = new Map();
  const bases = definition.bases.map((base) => run.evaluate(base));
  const { path } = run.frame;
  const value = run.heap.adopt<ClassValue>({ type: 'class', definition, path, bases, cells });
  const frame: Frame = {
    ...run.frame,
    scopes: [cells, ...run.frame.scopes],
    owner: value,
    outerNames: new Set(),
    returns: [],
    yields: [],
    isLive: true,
  };
  run.inFrame(frame, () => run.execute(definition.body));
  run.setName(definition.name, decorated(run, definition.decorators, value));
}
