import { expect, test } from 'vitest'
import { isStudyFile, readArguments } from '../../../electron/main/start-arguments.ts'

test('files stand among the switches of Chromium', () => {
  const argv = ['/opt/tianye', '--no-sandbox', '研究.tianye', '--enable-logging', '/data/F5.txt', '']
  expect(readArguments(argv, '/home/li', false)).toEqual({
    files: ['/home/li/研究.tianye', '/data/F5.txt'],
    sample: false,
    smokeTest: false,
    userData: null,
  })
})

test('in development the first plain argument is the app itself', () => {
  const argv = ['electron', '--inspect=0', '.', '--sample', '--user-data-dir=data', 'F5.txt']
  expect(readArguments(argv, '/home/li', true)).toEqual({
    files: ['/home/li/F5.txt'],
    sample: true,
    smokeTest: false,
    userData: '/home/li/data',
  })
})

test('a study is told by its ending, however it is written', () => {
  expect(['a.tianye', 'A.TIANYE', 'a.tianye.txt', 'tianye'].map(isStudyFile)).toEqual([true, true, false, false])
})
