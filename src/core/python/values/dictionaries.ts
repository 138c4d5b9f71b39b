import { PyDict } from './values';

/** `collections.OrderedDict` */
export class OrderedDict extends PyDict {
  override readonly typeName = 'OrderedDict';
}
