/** Texts of components/play. */
export const playStrings = {
  toolbar: {
    title: 'Numbers',
    undo: 'Undo',
    redo: 'Redo',
    pin: 'Pin this state to compare with',
    unpin: 'Stop comparing',
  },
} as const;
