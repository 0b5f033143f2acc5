import { agreementEvidence } from '../agreement/agreement-evidence.ts'
import { attributeAgreement } from '../agreement/attribute-agreement.ts'
import { agreementBy } from '../agreement/breakdown.ts'
import { computeAgreement } from '../agreement/compute.ts'
import { profileChange } from '../agreement/profile-change.ts'
import type { HandlersOf } from '../context.ts'

export const agreementHandlers: HandlersOf<'agreement'> = {
  'agreement.compute': (context, { settings }) => computeAgreement(context, settings),
  'agreement.by': (context, { settings, by }) => agreementBy(context, settings, by),
  'agreement.attributes': (context, { settings }) => attributeAgreement(context.read(), settings),
  'agreement.profileChange': (context, { settings, unit }) => profileChange(context, settings, unit),
  'agreement.evidence': (context, input) => agreementEvidence(context, input),
}
