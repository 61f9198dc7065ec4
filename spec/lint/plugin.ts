import { bothLanguages } from './bothLanguages.ts'
import { codedValuesNamed, codedValuesOpenInResponses } from './codedValues.ts'
import { errorsCatalogued } from './errorsCatalogued.ts'
import { extensionsKnown } from './extensionsKnown.ts'
import { propertiesDescribed, requestFieldsTitled } from './fieldsExplained.ts'
import { operationsSayWhatTheyDo } from './operationsSayWhatTheyDo.ts'
import { eitherHasOneForm, numbersHaveFormats, yamlReadsAlike } from './readableEverywhere.ts'
import { visitorsOf } from './ruleContext.ts'

/** The conventions of this document, as Redocly rules. */
export default function wecomPlugin(): object {
  return {
    id: 'wecom',
    rules: {
      oas3: {
        'both-languages': visitorsOf(bothLanguages),
        'coded-values-named': visitorsOf(codedValuesNamed),
        'coded-values-open-in-responses': visitorsOf(codedValuesOpenInResponses),
        'either-has-one-form': visitorsOf(eitherHasOneForm),
        'errors-catalogued': visitorsOf(errorsCatalogued),
        'extensions-known': extensionsKnown,
        'numbers-have-formats': visitorsOf(numbersHaveFormats),
        'operations-say-what-they-do': visitorsOf(operationsSayWhatTheyDo),
        'properties-described': visitorsOf(propertiesDescribed),
        'request-fields-titled': visitorsOf(requestFieldsTitled),
        'yaml-reads-alike': visitorsOf(yamlReadsAlike),
      },
    },
  }
}
