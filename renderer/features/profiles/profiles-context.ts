import { createContext, useContext } from 'react'
import type { ProfileOutput } from '../../../shared/contract/profile.ts'
import type { Profile, Theory } from './theory.ts'

/** What every part of the profiles needs to name things. */
export interface ProfileWords {
  readonly theory: Theory
  /** `Liuwan · 2023`. */
  place(profile: Profile): string
  village(id: number): string
  wave(id: number | null): string | null
  document(id: number): string
  respondent(key: string): string
}

export const ProfilesContext = createContext<ProfileWords | null>(null)

export function useProfileWords(): ProfileWords {
  const words = useContext(ProfilesContext)
  if (!words) throw new Error('useProfileWords is for components inside <ProfilesContext>')
  return words
}

/** Names by id, as the host sends them with the profiles. `waveName`: how waves are called. */
export function profileWords(
  theory: Theory,
  output: ProfileOutput,
  waveName: (wave: string | null) => string | null,
): ProfileWords {
  const villages = new Map(output.villages.map(({ id, name }) => [id, name]))
  const waves = new Map(output.waves.map(({ id, name }) => [id, name]))
  const documents = new Map(output.documents.map(({ id, name }) => [id, name]))
  const respondents = new Map<string, string>(output.respondents.map(({ id, name }) => [id, name]))
  const village = (id: number) => villages.get(id) ?? ''
  const wave = (id: number | null) => waveName(id === null ? null : (waves.get(id) ?? null))
  return {
    theory,
    village,
    wave,
    document: (id) => documents.get(id) ?? '',
    respondent: (key) => respondents.get(key) ?? key,
    place: ({ villageId, waveId }) => [village(villageId), wave(waveId)].filter((part) => part !== null).join(' · '),
  }
}
