import { TextRun } from 'docx'
import { BOLD, ITALIC, STRIKE, UNDERLINE } from '../../../shared/memo/memo-body.ts'

/** What all of Tianye's Word documents have in common. */

export const docxDefaults = {
  document: {
    run: { size: 22, font: { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Microsoft YaHei' } },
    paragraph: { spacing: { after: 120, line: 300 } },
  },
}

/** Small grey words: where something is from. */
export const aboutStyle = { id: 'About', name: 'About', basedOn: 'Normal', run: { size: 18, color: '5C5850' } }

/** Words with their line breaks; what XML cannot hold is left out. */
export function runs(text: string, format = 0): TextRun[] {
  return text.split('\n').map(
    (line, index) =>
      new TextRun({
        text: line.replace(/[^\P{Cc}\t]|[\ufffe\uffff]/gu, ''),
        ...(index > 0 && { break: 1 }),
        ...((format & BOLD) !== 0 && { bold: true }),
        ...((format & ITALIC) !== 0 && { italics: true }),
        ...((format & STRIKE) !== 0 && { strike: true }),
        ...((format & UNDERLINE) !== 0 && { underline: {} }),
      }),
  )
}
