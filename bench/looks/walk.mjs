// walk.mjs BASE CHROMIUM FOLDER SITE SOURCES TOKEN: previews SITE, copies the lines into SOURCES, has the source checked, and reads its stories.
import { chromium } from 'playwright-core';
import { createRequire } from 'node:module';
import fs from 'node:fs';

const FORMS = [['light', 1280, 900], ['dark', 1280, 900], ['light', 390, 844], ['dark', 390, 844]];
const [base, executablePath, folder, site, sources, token] = process.argv.slice(2);
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const faults = [];

function expect(holds, words) {
  if (!holds) faults.push(words);
  console.log(holds ? 'ok  ' : 'BAD ', words);
}

async function look(tab, name) {
  for (const [colorScheme, width, height] of FORMS) {
    await tab.emulateMedia({ colorScheme });
    await tab.setViewportSize({ width, height });
    const form = `${name}-${colorScheme}-${width}`;
    await tab.screenshot({ path: `${folder}/${form}.png`, fullPage: true });
    if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) faults.push(`${form} scrolls sideways`);
    for (const v of (await tab.evaluate(`(() => {${axe}; return axe.run({ iframes: false })})()`)).violations) faults.push(`${form} ${v.id} ${v.nodes[0].html.slice(0, 160)}`);
  }
  await tab.setViewportSize({ width: 1280, height: 900 });
}

async function until(holds, words) {
  for (let i = 0; i < 120; i++) {
    if (await holds()) return expect(true, words);
    await new Promise((done) => setTimeout(done, 500));
  }
  expect(false, words);
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const context = await browser.newContext({ httpCredentials: { username: 'operator', password: token }, permissions: ['clipboard-read', 'clipboard-write'] });
const tab = await context.newPage();
tab.on('console', (m) => { if (m.type() === 'error' && !m.text().includes('status of 429')) faults.push(`console: ${m.text()}`); });
tab.on('pageerror', (e) => faults.push(`error: ${e.message}`));

await tab.goto(`${base}status/preview`);
await tab.getByLabel('Address of a feed, a site or an article').fill(site);
await tab.getByLabel('Topic').fill('river');
await tab.getByLabel('It is in my own network').check();
await tab.getByRole('button', { name: 'Look' }).click();
expect((await tab.locator('iframe.sample').count()) === 3, 'three articles are shown');
const text = await tab.frameLocator('iframe.sample').first().locator('body').innerText();
expect(text.includes('lock keeper') && !text.includes('All rights reserved'), 'the first is the article and not its footer');
for (const sample of await tab.locator('iframe.sample').all()) await sample.scrollIntoViewIfNeeded();
await look(tab, 'preview');

await tab.getByRole('button', { name: 'Copy as YAML' }).click();
await tab.getByRole('button', { name: 'Copied' }).waitFor();
const yaml = await tab.evaluate(() => navigator.clipboard.readText());
console.log(yaml);
fs.appendFileSync(sources, yaml.replace(/^/gm, '  ').trimEnd() + '\n');
await until(async () => (await (await context.request.get(`${base}status`)).text()).includes('The Weir'), 'the saved lines are a source');

await until(async () => (await (await context.request.get(`${base}topic/river`)).text()).split('/story/').length > 3, 'its three stories stand at /topic/river');

await tab.goto(`${base}status`);
await tab.getByRole('link', { name: 'The Weir' }).click();
const source = tab.url();
await look(tab, 'source');
await until(async () => {
  await tab.goto(source);
  await tab.getByLabel('Token').fill(token);
  await tab.getByRole('button', { name: 'Check now' }).click();
  return (await tab.locator('main').innerText()).includes('is asked as soon as its host may be');
}, 'it is checked now, once its rest of a minute is over');
await look(tab, 'checked');
await until(async () => {
  await tab.goto(source);
  return (await tab.locator('ol.steps li').count()) > 1;
}, 'the second poll stands on its page');
await look(tab, 'source-polled');

await browser.close();
for (const fault of faults) console.log('FAULT', fault);
console.log(`${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
