import * as l10n from '../../../l10n';
import { GradModeValue } from '../../values/contexts';
import { NotEvaluated } from '../../values/pythonError';
import { Callable } from '../../values/values';
import type { TorchContext } from '../tensor/torchContext';
import { truthOf } from '../tensor/truth';

/** `torch.no_grad` and its kin; undefined for other names. */
export function gradModeClass(context: TorchContext, name: string): Callable | undefined {
  if (name === 'no_grad') return new Callable(name, () => new GradModeValue(false), 'type');
  if (name === 'enable_grad') return new Callable(name, () => new GradModeValue(true), 'type');
  if (name !== 'inference_mode' && name !== 'set_grad_enabled') return undefined;
  return new Callable(
    name,
    ({ positional, named }) => {
      const [mode = null] = [...positional, ...named.values()];
      if (mode !== null && typeof mode !== 'boolean') throw new NotEvaluated(l10n.t('{0}(…) of this', name));
      const isOff = mode === false;
      if (name === 'inference_mode')
        return new GradModeValue(isOff ? context.isGradEnabled : false, null, !isOff);
      const before = context.isGradEnabled;
      context.isGradEnabled = truthOf(mode);
      return new GradModeValue(context.isGradEnabled, before);
    },
    'type',
  );
}
