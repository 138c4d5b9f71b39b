import { LimitReached } from '../values/pythonError';

/** Most steps of a run, unless another number is asked for. */
const defaultMaxSteps = 2_000_000;

/** Elements that an operation touches in the time of one step. */
const elementsPerStep = 32;

/** Steps between two questions whether to go on. */
const stepsPerCheck = 1024;

/** Counts the steps of a run, and ends it when there were too many or when it is cancelled. */
export class StepBudget {
  private count = 0;
  private nextCheck = stepsPerCheck;

  constructor(
    readonly maxSteps = defaultMaxSteps,
    private readonly isCancelled: () => boolean = () => false,
  ) {}

  step(): void {
    this.take(1);
  }

  touch(elements: number): void {
    this.take(elements / elementsPerStep);
  }

  private take(steps: number): void {
    this.count += steps;
    if (this.count > this.maxSteps) throw new LimitReached('steps');
    if (this.count < this.nextCheck) return;
    this.nextCheck = this.count + stepsPerCheck;
    if (this.isCancelled()) throw new LimitReached('cancelled');
  }
}
