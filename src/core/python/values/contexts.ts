import { PyObject } from './values';

/** `torch.no_grad()` and its kin: whether the graph is recorded in the block of `with`. */
export class GradModeValue extends PyObject {
  readonly typeName = 'no_grad';

  constructor(
    readonly isEnabled: boolean,
    /** What it is set to at the end of the block. */
    readonly before: boolean | null = null,
    /** Whether tensors are made for inference alone; null where that stays as it is. */
    readonly isInference: boolean | null = null,
  ) {
    super();
  }
}
