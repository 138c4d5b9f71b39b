import { NativeObject } from '../../values/nativeObject';
import { Callable, isNumber, type PyDict, PyList, type Value } from '../../values/values';
import type { ModuleHost } from '../nn/moduleMethods';
import { refused } from '../refused';
import { type Bound, Signature } from '../signature';
import { Optimizer } from './optimizer';

/** What a scheduler makes of a learning rate at an epoch >= 1; `base` is the first one. */
type Schedule = (rate: number, epoch: number, base: number) => number;

interface Row {
  readonly parameters: string;
  readonly schedule: (args: Bound, host: ModuleHost) => Schedule;
}

const rows: Readonly<Record<string, Row>> = {
  StepLR: {
    parameters: 'step_size, gamma=, last_epoch=',
    schedule: (args) => {
      const [size, gamma] = [args.int('step_size'), args.numberOr('gamma', 0.1)];
      return (rate, epoch) => (epoch % size === 0 ? rate * gamma : rate);
    },
  },
  ExponentialLR: {
    parameters: 'gamma, last_epoch=',
    schedule: (args) => {
      const gamma = args.number('gamma');
      return (rate) => rate * gamma;
    },
  },
  MultiStepLR: {
    parameters: 'milestones, gamma=, last_epoch=',
    schedule: (args) => {
      const [milestones, gamma] = [args.ints('milestones'), args.numberOr('gamma', 0.1)];
      const hits = (epoch: number) => milestones.filter((one) => one === epoch).length;
      return (rate, epoch) => (hits(epoch) === 0 ? rate : rate * gamma ** hits(epoch));
    },
  },
  CosineAnnealingLR: {
    parameters: 'T_max, eta_min=, last_epoch=',
    schedule: (args) => {
      const [half, least] = [args.int('T_max'), args.numberOr('eta_min', 0)];
      return (rate, epoch, base) => {
        if ((epoch - 1 - half) % (2 * half) === 0)
          return rate + ((base - least) * (1 - Math.cos(Math.PI / half))) / 2;
        const wave = (at: number) => 1 + Math.cos((Math.PI * at) / half);
        return (wave(epoch) / wave(epoch - 1)) * (rate - least) + least;
      };
    },
  },
  LambdaLR: {
    parameters: 'lr_lambda, last_epoch=',
    schedule: (args, host) => (_, epoch, base) => {
      const factor = host.call(args.get('lr_lambda') ?? null, {
        positional: [BigInt(epoch)],
        named: new Map(),
      });
      if (!isNumber(factor)) throw refused('LambdaLR');
      return base * Number(factor);
    },
  },
};

/** `torch.optim.lr_scheduler.StepLR(…)` and its kin. */
class Scheduler extends NativeObject {
  private epoch = 0;
  private readonly bases: readonly number[];

  constructor(
    readonly typeName: string,
    private readonly optimizer: Optimizer,
    private readonly schedule: Schedule,
  ) {
    super();
    this.bases = optimizer.dicts.map(rateOf);
    for (const [i, group] of optimizer.dicts.entries()) group.set('initial_lr', this.bases[i]);
  }

  override get held(): readonly Value[] {
    return [this.optimizer];
  }

  member(name: string): Value | undefined {
    if (name === 'get_last_lr')
      return new Callable(
        name,
        () => new PyList(this.optimizer.dicts.map((group) => group.get('lr') ?? null)),
      );
    if (name === 'last_epoch') return BigInt(this.epoch);
    return name === 'step'
      ? new Callable(name, (args) => this.step(args.positional.length + args.named.size))
      : undefined;
  }

  private step(argumentCount: number): null {
    if (argumentCount > 0) throw refused('.step');
    this.epoch++;
    this.optimizer.dicts.forEach((group, i) => {
      group.set('lr', this.schedule(rateOf(group), this.epoch, this.bases[i]));
    });
    return null;
  }
}

function rateOf(group: PyDict): number {
  const rate = group.get('lr') ?? null;
  if (typeof rate === 'number' || typeof rate === 'bigint') return Number(rate);
  throw refused('lr_scheduler');
}

export const schedulerNames: readonly string[] = Object.keys(rows);

/** A class of `torch.optim.lr_scheduler`. */
export function schedulerClass(host: ModuleHost, name: string): Callable {
  const { parameters, schedule } = rows[name];
  const signature = new Signature(`${name}.__init__`, `optimizer, ${parameters}`, 'python');
  return new Callable(
    name,
    (args) => {
      const bound = signature.bind(args);
      const optimizer = bound.get('optimizer') ?? null;
      if (!(optimizer instanceof Optimizer) || bound.has('last_epoch')) throw refused(name);
      const made = new Scheduler(name, optimizer, schedule(bound, host));
      // A function of the epoch is asked for the first one too.
      if (name === 'LambdaLR')
        for (const group of optimizer.dicts) group.set('lr', schedule(bound, host)(0, 0, rateOf(group)));
      return made;
    },
    'type',
  );
}
