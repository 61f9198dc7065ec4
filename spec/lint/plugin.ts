import { bothLanguages } from './bothLanguages.ts'
import { codedValuesNamed } from './codedValuesNamed.ts'
import { codedValuesOpenInResponses } from './codedValuesOpenInResponses.ts'
import { errorsCatalogued } from './errorsCatalogued.ts'
import { extensionsKnown } from './extensionsKnown.ts'
import { operationsSayWhatTheyDo } from './operationsSayWhatTheyDo.ts'
import { propertiesDescribed } from './propertiesDescribed.ts'
import { eitherHasOneForm, numbersHaveFormats, yamlReadsAlike } from './readableEverywhere.ts'
import { requestFieldsTitled } from './requestFieldsTitled.ts'
import { shownByTheNode } from './shownByTheNode.ts'

/** The conventions of this document, as Redocly rules. */
export default function wecomPlugin(): object {
  return {
    id: 'wecom',
    rules: {
      oas3: {
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
      },
    },
  }
}
