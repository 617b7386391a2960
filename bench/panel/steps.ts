/** What people do in the panel, as expressions that are evaluated in its page and say how long it took. */

/** Milliseconds from frame to frame while the timeline is zoomed and moved at each of them, far in and out again. */
export const PAN_AND_ZOOM = `(async () => {
  const lanes = document.querySelector('.lanes');
  const { left, top, width, height } = lanes.getBoundingClientRect();
  const turn = options => lanes.dispatchEvent(new WheelEvent('wheel', {
    clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true, ...options }));
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  const times = [];
  let last = await frame();
  for (let step = 0; step < 400; step++) {
    if (step % 4 === 3) turn({ deltaX: step % 8 < 4 ? 60 : -60 });
    else turn({ ctrlKey: true, deltaY: step % 200 < 100 ? -60 : 60 });
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  return times;
})()`;

/** Milliseconds until the table shows what is asked for; `act` is the text of what is done. */
export const untilTableIsThere = (act: string): string => `(async () => {
  const table = document.querySelector('[role="treegrid"]');
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  const start = performance.now();
  ${act}
  await frame();
  while (table.getAttribute('aria-busy') === 'true') await frame();
  return performance.now() - start;
})()`;

export const SEARCH = `
  const input = document.querySelector('input[type="search"]');
  input.value = input.value === '' ? 'query' : '';
  input.dispatchEvent(new Event('input', { bubbles: true }));`;

export const FILTER = `
  if (document.querySelector('.choices') === null) document.querySelector('.states .opener').click();
  await frame();
  document.querySelector('.choices .rejected').click();`;

/** Opens the function with the most tasks, or closes it, and waits for its tasks. */
export const EXPAND = `
  const sites = [...document.querySelectorAll('.line.site')];
  const tasksOf = line => Number(line.querySelector('.number').textContent.replaceAll(',', ''));
  const most = sites.sort((a, b) => tasksOf(b) - tasksOf(a))[0];
  most.querySelector('.twistie').click();
  await frame();
  while (table.querySelector('.line.task[aria-busy="true"]') !== null) await frame();`;

export const SORT = `document.querySelectorAll('.line.head button')[Math.floor(Math.random() * 8)].click();`;

/** Milliseconds since 1970 at which the header said first that there are so many tasks, by their number. */
export const WATCH_TASKS = `
  window.seen = [];
  new MutationObserver(() => {
    const count = Number((/([\\d,]+) tasks?/.exec(document.querySelector('.header').textContent) ?? [])[1]?.replaceAll(',', '') ?? 0);
    if (count !== window.seen.at(-1)?.[0]) requestAnimationFrame(() => window.seen.push([count, Date.now()]));
  }).observe(document.getElementById('app'), { subtree: true, childList: true, characterData: true });`;
