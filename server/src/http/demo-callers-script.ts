/** What the page of the demo callers runs: asks how the boxes are, and presses their keys. */
export const DEMO_CALLERS_SCRIPT = `
const find = (kind, nth) => document.querySelector('[data-' + kind + '="' + nth + '"]');
const show = async () => {
  const boxes = await (await fetch('/demo/callers.json')).json();
  boxes.forEach(({ glass, lamp, lit, said, good }, nth) => {
    find('glass', nth).textContent = glass;
    find('lamp', nth).textContent = lamp;
    find('lit', nth).dataset.state = lit;
    const line = find('said', nth);
    if (line.textContent !== said) line.textContent = said;
    line.classList.toggle('good', good);
  });
};
const again = () => show().catch(() => undefined).finally(() => setTimeout(again, 250));
document.addEventListener('click', async ({ target }) => {
  const button = target.closest('button[data-key]');
  if (!button) return;
  const { box, key } = button.dataset;
  const response = await fetch('/demo/callers.json', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ box: Number(box), key }),
  });
  const { taken } = await response.json();
  button.classList.toggle('refused', !taken);
  await show();
});
again();
`;
