// Draws every model as a certifier sees it in the Modeler: an SVG for the documentation and, on request, a PNG to look at.
//   node render.mjs [--png <folder>] [model.bpmn …]
// Forms are opened too, and shown in the PNG only. All is drawn by bpmn-js, dmn-js and form-js in a headless Chromium: CHROMIUM names the browser, /usr/bin/chromium by default.
import { readFile, writeFile, mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const arguments_ = process.argv.slice(2);
const pngAt = arguments_.indexOf('--png');
const pngFolder = pngAt < 0 ? null : path.resolve(arguments_.splice(pngAt, 2)[1]);
const svgFolder = path.join(root, 'docs/models');

const models = arguments_.length
  ? arguments_.map((name) => path.resolve(name))
  : [...(await filesIn('bpmn', /\.(bpmn|dmn)$/)), ...(await filesIn('forms', /\.form$/))];

async function filesIn(folder, wanted) {
  const names = await readdir(path.join(root, folder));
  return names.filter((name) => wanted.test(name)).sort().map((name) => path.join(root, folder, name));
}

const libraryOf = (name, file) => path.join(path.dirname(require.resolve(`${name}/package.json`)), 'dist', file);

async function draw(page, file) {
  const xml = await readFile(file, 'utf8');
  return page.evaluate(async (source) => {
    const viewer = new window.BpmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(source);
    const { svg } = await viewer.saveSVG();
    viewer.destroy();
    return { svg, warnings: warnings.map((warning) => warning.message) };
  }, xml);
}

async function drawRequirements(page, file) {
  const xml = await readFile(file, 'utf8');
  return page.evaluate(async (source) => {
    const viewer = new window.DmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(source);
    const { svg } = await viewer.getActiveViewer().saveSVG();
    return { svg, warnings: warnings.map((warning) => warning.message) };
  }, xml);
}

async function showForm(page, file, name) {
  await page.addStyleTag({ path: libraryOf('@bpmn-io/form-js', 'assets/form-js.css') });
  await page.addScriptTag({ path: libraryOf('@bpmn-io/form-js', 'form-viewer.umd.js') });
  const schema = JSON.parse(await readFile(file, 'utf8'));
  const warnings = await page.evaluate(async (source) => {
    const { warnings } = await window.FormViewer.createForm({ container: '#canvas', schema: source })
      .then((form) => form.importSchema(source));
    return warnings.map((warning) => warning.message ?? String(warning));
  }, schema);
  if (pngFolder) await page.locator('#canvas').screenshot({ path: path.join(pngFolder, `${name}.png`) });
  return warnings;
}

/** The same drawing gives the same file: no random ids, no shapes that only serve the mouse, white paper. */
function steady(svg) {
  const markers = new Map();
  return svg
    .replace(/<(rect|polyline|path|circle)[^>]*class="djs-(hit|outline)[^>]*?(\/>|><\/\1>)/g, '')
    .replace(/-[a-z0-9]{20,}(?=["')&])/g, (id) => {
      if (!markers.has(id)) markers.set(id, `-${markers.size + 1}`);
      return markers.get(id);
    })
    .replace(/<svg /, '<svg style="background:#fff" ')
    .replace(/<g class="djs-group">/g, '\n$&')
    .concat('\n');
}

async function drawModel(page, file, name) {
  const decision = file.endsWith('.dmn');
  await page.addScriptTag({
    path: decision
      ? libraryOf('dmn-js', 'dmn-viewer.production.min.js')
      : libraryOf('bpmn-js', 'bpmn-viewer.production.min.js'),
  });
  const { svg: drawing, warnings } = await (decision ? drawRequirements : draw)(page, file);
  const svg = steady(drawing);
  await writeFile(path.join(svgFolder, `${name}.svg`), svg);
  if (pngFolder) {
    await page.setContent(`<!doctype html><meta charset="utf-8"><body style="margin:0;background:#fff">${svg}`);
    await page.locator('svg').first().screenshot({ path: path.join(pngFolder, `${name}.png`) });
  }
  return warnings;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--force-color-profile=srgb'],
});
let warned = 0;
try {
  await mkdir(svgFolder, { recursive: true });
  if (pngFolder) await mkdir(pngFolder, { recursive: true });
  for (const file of models) {
    const name = path.basename(file).replace(/\.\w+$/, '');
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    const canvas = file.endsWith('.form') ? 'width:800px;padding:16px' : 'width:1600px;height:1000px';
    await page.setContent(`<!doctype html><meta charset="utf-8"><div id="canvas" style="${canvas}"></div>`);
    const warnings = file.endsWith('.form') ? await showForm(page, file, name) : await drawModel(page, file, name);
    warnings.forEach((warning) => console.error(`${path.basename(file)}: ${warning}`));
    warned += warnings.length;
    console.log(`${name}: drawn`);
    await page.close();
  }
} finally {
  await browser.close();
}
if (warned) process.exit(1);
