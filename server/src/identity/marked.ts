/** What is in memory of a file follows it when a transaction comes to nothing. */
export const marked = <K, V>(known: Map<K, V>): (() => void) => {
  const before = [...known];
  return () => {
    known.clear();
    for (const [key, value] of before) known.set(key, value);
  };
};
