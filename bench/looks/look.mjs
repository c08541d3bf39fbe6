// look.mjs BASE CHROMIUM FOLDER: a picture of each page of pages.json in each form, and what is wrong with it.
import { chromium } from 'playwright-core';
import { createRequire } from 'node:module';
import fs from 'node:fs';

const FORMS = [['light', 1280, 900], ['dark', 1280, 900], ['light', 390, 844], ['dark', 390, 844]];
const [base, executablePath, folder] = process.argv.slice(2);
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let faults = 0;

function fault(...words) {
  faults++;
  console.log(...words);
}

async function place(page, known) {
  if (page.path !== undefined) return base + page.path;
  const from = known.find(([other]) => other.name === page.on)?.[1];
  if (!from) return null;
  const links = [...(await (await fetch(from)).text()).matchAll(/href="([^"]+)"/g)].map((m) => m[1].replaceAll('&amp;', '&'));
  const found = links.find((link) => new RegExp(page.finds).test(link));
  return found ? new URL(found, from).href : null;
}

async function look(context, page, address, form) {
  const name = `${page.name}-${form[0]}-${form[1]}`;
  const tab = await context.newPage();
  tab.on('console', (m) => { if (m.type() === 'error' && !page.missing) fault(name, 'console:', m.text()); });
  tab.on('pageerror', (e) => fault(name, 'error:', e.message));
  const answer = await tab.goto(address, { waitUntil: 'networkidle' });
  if (answer.ok() === Boolean(page.missing)) fault(name, 'answers', answer.status());
  if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) fault(name, 'scrolls sideways');
  await tab.screenshot({ path: `${folder}/${name}.png` });
  if (!page.feed) {
    await tab.evaluate(axe);
    for (const v of (await tab.evaluate(() => axe.run())).violations) fault(name, v.id, v.impact, v.nodes.length, v.nodes[0].html.slice(0, 160), v.nodes[0].failureSummary);
  }
  await tab.close();
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const pages = [];
for (const page of JSON.parse(fs.readFileSync('pages.json', 'utf8'))) {
  const address = await place(page, pages);
  if (address) pages.push([page, address]);
  else if (!page.perhaps) fault(page.name, 'is not linked');
}
for (const form of FORMS) {
  const [colorScheme, width, height] = form;
  const context = await browser.newContext({ colorScheme, viewport: { width, height }, bypassCSP: true });
  for (const [page, address] of pages) await look(context, page, address, form);
  await context.close();
}
await browser.close();
console.log(`${pages.length} pages in ${FORMS.length} forms: ${faults} faults`);
process.exit(faults ? 1 : 0);
