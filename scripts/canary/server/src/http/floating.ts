// expect: lint/nursery/noFloatingPromises
async function save(): Promise<void> {
  await Promise.resolve();
}

export function handle(): void {
  save();
}
