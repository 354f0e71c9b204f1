// Opens every model, decision and form as Camunda Modeler does and refuses what it would warn about;
// then checks that the set holds together, since it is deployed in one command and binds by deployment.
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';

const require = createRequire(import.meta.url);
const zeebe = require('zeebe-bpmn-moddle/resources/zeebe.json');

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const complaints = [];

async function filesOf(folder, extension) {
  const names = await readdir(path.join(root, folder)).catch(() => []);
  return names.filter((name) => name.endsWith(extension)).sort().map((name) => path.join(root, folder, name));
}

function complain(file, message) {
  complaints.push(`${path.relative(root, file)}: ${message}`);
}

/** Every element below this one, in the order it is written. */
function* elementsOf(element) {
  yield element;
  for (const child of element.flowElements ?? []) yield* elementsOf(child);
}

const extensionOf = (element, type) =>
  element.extensionElements?.values?.find((extension) => extension.$type === type);

async function readProcesses() {
  const processes = [];
  for (const file of await filesOf('bpmn', '.bpmn')) {
    const { rootElement, warnings } = await new BpmnModdle({ zeebe }).fromXML(await readFile(file, 'utf8'));
    warnings.forEach((warning) => complain(file, warning.message));
    for (const process of rootElement.rootElements.filter(({ $type }) => $type === 'bpmn:Process')) {
      processes.push({ file, process });
    }
  }
  return processes;
}

async function readDecisions() {
  const decisions = new Set();
  for (const file of await filesOf('bpmn', '.dmn')) {
    const { rootElement, warnings } = await new DmnModdle().fromXML(await readFile(file, 'utf8'));
    warnings.forEach((warning) => complain(file, warning.message));
    for (const decision of rootElement.drgElement.filter(({ $type }) => $type === 'dmn:Decision')) {
      decisions.add(decision.id);
      if (!decision.name) complain(file, `the decision ${decision.id} has no name`);
      const table = decision.decisionLogic;
      if (table?.$type !== 'dmn:DecisionTable') continue;
      for (const column of [...table.input, ...table.output]) {
        if (!column.label) complain(file, `the column ${column.id} has no label`);
      }
      for (const rule of table.rule ?? []) {
        if (!rule.description) complain(file, `the rule ${rule.id} does not say why`);
      }
    }
  }
  return decisions;
}

const FIELDS = new Set(
  'checkbox checklist datetime dynamiclist group number radio select taglist text textarea textfield'.split(' '),
);

/** Every component below this one that a person fills in or reads. */
function* componentsOf(parent) {
  for (const component of parent.components ?? []) {
    yield component;
    yield* componentsOf(component);
  }
}

function checkForm(file, schema) {
  if (path.basename(file) !== `${schema.id}.form`) complain(file, `is named otherwise than its id ${schema.id}`);
  const keys = new Set();
  for (const component of componentsOf(schema)) {
    const name = component.key ?? component.path ?? component.id;
    if (!FIELDS.has(component.type)) complain(file, `${name} is of the unknown type ${component.type}`);
    if (component.type === 'text') continue;
    if (!component.label && !component.dateLabel) complain(file, `${name} has no label`);
    if (!component.key && !component.path) complain(file, `${component.id} has no key`);
    if (keys.has(name)) complain(file, `${name} stands twice`);
    keys.add(name);
  }
}

async function readForms() {
  const forms = new Set();
  for (const file of await filesOf('forms', '.form')) {
    const schema = JSON.parse(await readFile(file, 'utf8'));
    forms.add(schema.id);
    checkForm(file, schema);
  }
  return forms;
}

const processes = await readProcesses();
const decisions = await readDecisions();
const forms = await readForms();
const processIds = new Set(processes.map(({ process }) => process.id));

for (const { file, process } of processes) {
  for (const element of elementsOf(process)) {
    const bound = (extension, known, what, id) => {
      if (!extension) return;
      if (extension.bindingType !== 'deployment') complain(file, `${element.id} does not bind by deployment`);
      if (!known.has(id)) complain(file, `${element.id} calls the ${what} ${id}, which is not in this set`);
    };
    const called = extensionOf(element, 'zeebe:CalledElement');
    bound(called, processIds, 'process', called?.processId);
    const decision = extensionOf(element, 'zeebe:CalledDecision');
    bound(decision, decisions, 'decision', decision?.decisionId);
    const form = extensionOf(element, 'zeebe:FormDefinition');
    bound(form?.formId ? form : undefined, forms, 'form', form?.formId);
  }
}

complaints.forEach((complaint) => console.error(complaint));
console.log(`${processes.length} processes, ${decisions.size} decisions, ${forms.size} forms: ${complaints.length} complaints`);
if (complaints.length) globalThis.process.exitCode = 1;
