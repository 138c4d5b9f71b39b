import { useEffect, useState } from 'preact/hooks';
import type { PageStore } from './pageStore';

/** The store's snapshot, for a component that is drawn again with each. */
export function useSnapshot<Snapshot, Message>(store: PageStore<Snapshot, Message>): Snapshot {
  const [snapshot, setSnapshot] = useState(store.snapshot);
  useEffect(() => {
    const update = () => setSnapshot(store.snapshot);
    update();
    return store.subscribe(update);
  }, [store]);
  return snapshot;
}
