import agreement from './en/agreement.json' with { type: 'json' }
import assignments from './en/assignments.json' with { type: 'json' }
import codebook from './en/codebook.json' with { type: 'json' }
import coding from './en/coding.json' with { type: 'json' }
import common from './en/common.json' with { type: 'json' }
import correction from './en/correction.json' with { type: 'json' }
import disagreements from './en/disagreements.json' with { type: 'json' }
import documents from './en/documents.json' with { type: 'json' }
import episodes from './en/episodes.json' with { type: 'json' }
import errors from './en/errors.json' with { type: 'json' }
import evidence from './en/evidence.json' with { type: 'json' }
import exchange from './en/exchange.json' with { type: 'json' }
import guide from './en/guide.json' with { type: 'json' }
import history from './en/history.json' with { type: 'json' }
import importing from './en/import.json' with { type: 'json' }
import matrix from './en/matrix.json' with { type: 'json' }
import memos from './en/memos.json' with { type: 'json' }
import palette from './en/palette.json' with { type: 'json' }
import passages from './en/passages.json' with { type: 'json' }
import parallels from './en/parallels.json' with { type: 'json' }
import profiles from './en/profiles.json' with { type: 'json' }
import reader from './en/reader.json' with { type: 'json' }
import search from './en/search.json' with { type: 'json' }
import segments from './en/segments.json' with { type: 'json' }
import settings from './en/settings.json' with { type: 'json' }
import shell from './en/shell.json' with { type: 'json' }
import undo from './en/undo.json' with { type: 'json' }
import views from './en/views.json' with { type: 'json' }
import walk from './en/walk.json' with { type: 'json' }
import warnings from './en/warnings.json' with { type: 'json' }
import welcome from './en/welcome.json' with { type: 'json' }
import zhAgreement from './zh-CN/agreement.json' with { type: 'json' }
import zhAssignments from './zh-CN/assignments.json' with { type: 'json' }
import zhCodebook from './zh-CN/codebook.json' with { type: 'json' }
import zhCoding from './zh-CN/coding.json' with { type: 'json' }
import zhCommon from './zh-CN/common.json' with { type: 'json' }
import zhCorrection from './zh-CN/correction.json' with { type: 'json' }
import zhDisagreements from './zh-CN/disagreements.json' with { type: 'json' }
import zhDocuments from './zh-CN/documents.json' with { type: 'json' }
import zhEpisodes from './zh-CN/episodes.json' with { type: 'json' }
import zhErrors from './zh-CN/errors.json' with { type: 'json' }
import zhEvidence from './zh-CN/evidence.json' with { type: 'json' }
import zhExchange from './zh-CN/exchange.json' with { type: 'json' }
import zhGuide from './zh-CN/guide.json' with { type: 'json' }
import zhHistory from './zh-CN/history.json' with { type: 'json' }
import zhImporting from './zh-CN/import.json' with { type: 'json' }
import zhMatrix from './zh-CN/matrix.json' with { type: 'json' }
import zhMemos from './zh-CN/memos.json' with { type: 'json' }
import zhPalette from './zh-CN/palette.json' with { type: 'json' }
import zhPassages from './zh-CN/passages.json' with { type: 'json' }
import zhParallels from './zh-CN/parallels.json' with { type: 'json' }
import zhProfiles from './zh-CN/profiles.json' with { type: 'json' }
import zhReader from './zh-CN/reader.json' with { type: 'json' }
import zhSearch from './zh-CN/search.json' with { type: 'json' }
import zhSegments from './zh-CN/segments.json' with { type: 'json' }
import zhSettings from './zh-CN/settings.json' with { type: 'json' }
import zhShell from './zh-CN/shell.json' with { type: 'json' }
import zhUndo from './zh-CN/undo.json' with { type: 'json' }
import zhViews from './zh-CN/views.json' with { type: 'json' }
import zhWalk from './zh-CN/walk.json' with { type: 'json' }
import zhWarnings from './zh-CN/warnings.json' with { type: 'json' }
import zhWelcome from './zh-CN/welcome.json' with { type: 'json' }

/** English: the language whose keys the type checker knows. One namespace per feature. */
export const en = {
  agreement,
  assignments,
  common,
  correction,
  codebook,
  coding,
  disagreements,
  documents,
  episodes,
  errors,
  evidence,
  exchange,
  guide,
  history,
  import: importing,
  matrix,
  memos,
  palette,
  passages,
  parallels,
  profiles,
  reader,
  search,
  segments,
  settings,
  shell,
  undo,
  views,
  walk,
  warnings,
  welcome,
}

export type Namespace = keyof typeof en

export const zhCN: Record<Namespace, object> = {
  agreement: zhAgreement,
  assignments: zhAssignments,
  common: zhCommon,
  correction: zhCorrection,
  codebook: zhCodebook,
  coding: zhCoding,
  disagreements: zhDisagreements,
  documents: zhDocuments,
  episodes: zhEpisodes,
  errors: zhErrors,
  evidence: zhEvidence,
  exchange: zhExchange,
  guide: zhGuide,
  history: zhHistory,
  import: zhImporting,
  matrix: zhMatrix,
  memos: zhMemos,
  palette: zhPalette,
  passages: zhPassages,
  parallels: zhParallels,
  profiles: zhProfiles,
  reader: zhReader,
  search: zhSearch,
  segments: zhSegments,
  settings: zhSettings,
  shell: zhShell,
  undo: zhUndo,
  views: zhViews,
  walk: zhWalk,
  warnings: zhWarnings,
  welcome: zhWelcome,
}
