import type { Campaign } from '../../../protocol/campaign.ts'
import { MAX_MESSAGE } from '../../../protocol/limits.ts'
import { actWords } from '../../i18n/acts.ts'
import { filled } from '../../i18n/filled.ts'
import { useWords } from '../../i18n/language.tsx'
import { Check } from '../../ui/Check.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { ActForm } from '../ActForm.tsx'
import { Consents } from '../Consents.tsx'
import { fieldId } from '../form-state.ts'
import { PersonFields, ReachField } from '../PersonFields.tsx'
import { ActThanks } from './ActThanks.tsx'
import { consentsOf } from './consents-of.ts'
import {
  emptyJoin,
  isJoining,
  type JoinFields,
  type JoinName,
  joinBody,
  joinOrder,
  joinProblems,
} from './person-acts.ts'
import { TextArea } from './TextArea.tsx'
import { useKeptAct } from './use-kept-act.ts'

/** A group of the coordinators' list, or alone; the code of conduct first. */
export function JoinForm({ campaign }: { campaign: Campaign }) {
  const { groups = [], minAge } = campaign.join
  const said = useWords(actWords).join
  const boxes = { read: said.read, oldEnough: filled(said.oldEnough, { n: String(minAge) }) }
  const { it, failure } = useKeptAct<JoinFields, JoinName>({
    campaign,
    name: 'join',
    first: () => emptyJoin(campaign),
    isFilled: isJoining,
    problemsOf: (fields) => joinProblems(fields, campaign),
    order: joinOrder,
    actOf: (fields, language) => ({
      kind: 'join',
      petitions: [],
      body: joinBody(fields, campaign, language, new Date(), boxes),
    }),
  })
  const { state } = it
  const { fields, change, error } = state
  return (
    <>
      <ActForm it={it} submit={said.send} failureWords={failure}>
        <div class="consents">
          <Check
            id={fieldId('read')}
            checked={fields.read}
            onChange={(read) => change({ read })}
            error={error('read')}
            required
          >
            {boxes.read}
          </Check>
          {minAge && (
            <Check
              id={fieldId('oldEnough')}
              checked={fields.oldEnough}
              onChange={(oldEnough) => change({ oldEnough })}
              error={error('oldEnough')}
              required
            >
              {boxes.oldEnough}
            </Check>
          )}
        </div>
        {groups.length > 0 && (
          <Choice
            name="join-as"
            legend={said.as}
            options={[
              { value: 'group', label: said.inGroup },
              { value: 'individual', label: said.alone },
            ]}
            value={fields.as}
            onChange={(as) => change({ as })}
          />
        )}
        {groups.length > 0 && fields.as === 'group' && (
          <Field id={fieldId('group')} label={said.group} error={error('group')}>
            {(wiring) => (
              <select
                {...wiring}
                value={fields.group}
                onChange={(event) => change({ group: event.currentTarget.value })}
              >
                <option value="">{said.chooseGroup}</option>
                {groups.map(({ id, name, town }) => (
                  <option key={id} value={id}>{`${name} (${town})`}</option>
                ))}
              </select>
            )}
          </Field>
        )}
        <PersonFields campaign={campaign} state={state} />
        <TextArea name="message" label={said.message} optional rows={4} most={MAX_MESSAGE} state={state} />
        <Consents
          campaign={campaign}
          needed="join"
          asked={consentsOf(campaign, 'join')}
          state={state}
          beside={(purpose) => {
            const way = ASKED_FOR[purpose]
            return way && way !== fields.way && fields.agreed.includes(purpose) ? (
              <ReachField campaign={campaign} state={state} way={way} />
            ) : null
          }}
        />
      </ActForm>
      {it.kept && (
        <ActThanks campaign={campaign} name="join" firstName={fields.firstName} kept={it.kept} leave={it.forget} />
      )}
    </>
  )
}

/** What a wish needs, beside it. */
const ASKED_FOR: Record<string, 'email' | 'phone' | undefined> = { news: 'email', calls: 'phone' }
