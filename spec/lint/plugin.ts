import { bothLanguages } from './bothLanguages.ts'
import { codedValuesNamed, codedValuesOpenInResponses } from './codedValues.ts'
import { errorsCatalogued } from './errorsCatalogued.ts'
import { extensionsKnown } from './extensionsKnown.ts'
import { propertiesDescribed, requestFieldsTitled } from './fieldsExplained.ts'
import { operationsSayWhatTheyDo } from './operationsSayWhatTheyDo.ts'
import { eitherHasOneForm, numbersHaveFormats, yamlReadsAlike } from './readableEverywhere.ts'
import { type LintRule, visitorsOf } from './ruleContext.ts'
import { shownByTheNode } from './shownByTheNode.ts'

const rules: Record<string, LintRule> = {
  'both-languages': bothLanguages,
  'coded-values-named': codedValuesNamed,
  'coded-values-open-in-responses': codedValuesOpenInResponses,
  'either-has-one-form': eitherHasOneForm,
  'errors-catalogued': errorsCatalogued,
  'extensions-known': extensionsKnown,
  'numbers-have-formats': numbersHaveFormats,
  'operations-say-what-they-do': operationsSayWhatTheyDo,
  'properties-described': propertiesDescribed,
  'request-fields-titled': requestFieldsTitled,
  'shown-by-the-node': shownByTheNode,
  'yaml-reads-alike': yamlReadsAlike,
}

/** The conventions of this document, as Redocly rules. */
export default function wecomPlugin(): object {
  const visitors = Object.entries(rules).map(([name, rule]) => [name, visitorsOf(rule)])
  return { id: 'wecom', rules: { oas3: Object.fromEntries(visitors) } }
}
