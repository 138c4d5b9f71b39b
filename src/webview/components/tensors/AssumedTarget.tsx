import { createTensor, type EvaluatedTensor } from '../../../core';
import type { Store } from '../../state/store';
import { strings } from '../../strings';
import { parseNumbers } from '../../view/parseNumbers';
import { samplesOf } from '../../view/samples';
import { TextField } from '../controls/TextField';

interface AssumedTargetProps {
  readonly input: EvaluatedTensor;
  readonly target: EvaluatedTensor;
  /** True when the user has given a target here. */
  readonly isSet: boolean;
  readonly store: Store;
}

/** Says that the target is a stand-in, and takes the real one in place. */
export function AssumedTarget({ input, target, isSet, store }: AssumedTargetProps) {
  const samples = samplesOf(input.tensor.shape);
  const parse = (text: string) => {
    const read = parseNumbers(text, samples.count);
    if (!read.isGood) return read;
    return read.value.every(Number.isInteger)
      ? read
      : { isGood: false as const, message: strings.options.bad.wholeNumbers };
  };
  const shown = samples.count <= maxShown ? Array.from(target.tensor.data).join(', ') : '';
  return (
    <div class="assumed">
      {!isSet && <p>{strings.tensors.assumedWhy}</p>}
      <TextField
        label={strings.tensors.targetField}
        value={shown}
        hint={strings.tensors.targetHint(samples.count)}
        parse={parse}
        onChange={(numbers) => store.change({ target: createTensor(numbers, samples.shape, 'int64') })}
        origin={isSet ? 'user' : 'inferred'}
        onReset={() => store.change({ target: undefined })}
      />
    </div>
  );
}

/** More indices than this are not written into a one-line field. */
const maxShown = 64;
