import type { HandlersOf } from '../context.ts'
import { exportFile } from '../exporters/export-file.ts'
import { importAttributes } from '../importers/attributes.ts'
import { importCodings } from '../importers/codings.ts'
import { importDocuments, previewDocuments } from '../importers/documents.ts'
import { importEpisodes } from '../importers/episodes.ts'

export const transferHandlers: HandlersOf<'import' | 'export'> = {
  'import.preview': (context, { handles, decisions }) => previewDocuments(context, handles, decisions),
  'import.documents': (context, { handles, decisions }) => importDocuments(context, handles, decisions),
  'import.attributes': (context, { handle }) => importAttributes(context, handle),
  'import.codings': (context, { handle }) => importCodings(context, handle),
  'import.episodes': (context, { handle }) => importEpisodes(context, handle),
  'export.file': (context, input) => exportFile(context, input),
}
