import type { ElectronApplication, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { test } from './launch.ts'
import type { WindowWithBridge } from './launch.ts'

const HOME = 'app://tianye/index.html'

test('the page has the bridge and nothing else of the machine', async ({ desk }) => {
  const { app, page } = await desk.launch()
  const surface = await page.evaluate(() => {
    const { tianye } = globalThis as WindowWithBridge
    const names = [
      'require',
      'module',
      'process',
      'global',
      'Buffer',
      'electron',
      'ipcRenderer',
      '__dirname',
      'setImmediate',
    ]
    return {
      bridge: Object.getOwnPropertyNames(tianye).sort(),
      shell: Object.getOwnPropertyNames(tianye.shell).sort(),
      frozen: Object.isFrozen(tianye) && Object.isFrozen(tianye.shell),
      replaceable: Object.getOwnPropertyDescriptor(globalThis, 'tianye')?.writable === true,
      node: names.filter((name) => name in globalThis),
    }
  })
  expect(surface).toEqual({
    bridge: ['call', 'on', 'shell'],
    shell: [
      'finishSave',
      'newWindow',
      'openExternal',
      'os',
      'pickOpen',
      'pickSave',
      'platform',
      'receive',
      'setMenu',
      'setTitle',
    ],
    frozen: true,
    replaceable: false,
    node: [],
  })
  const preferences = await app.evaluate(({ webContents }) => {
    const contents = webContents.getAllWebContents()[0] as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  })
  expect(preferences['webSecurity']).not.toBe(false)
})

test('app: serves the page and nothing beside it', async ({ desk }) => {
  const { app } = await desk.launch()
  const status = (address: string) =>
    app.evaluate(({ net }, url) => net.fetch(url).then((answer) => answer.status), address)
  expect(await status(HOME)).toBe(200)
  const attempts = [
    'app://tianye/..%2fmain/main.js',
    'app://tianye/..%2f..%2fpackage.json',
    'app://tianye/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://tianye/assets/..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
    'app://tianye/../../package.json',
    'app://tianye/%2fetc%2fpasswd',
    'app://tianye/assets',
    'app://tianye/',
    'app://evil/index.html',
  ]
  for (const address of attempts) expect({ address, status: await status(address) }).toEqual({ address, status: 404 })
})

test('the page stays where it is, whatever it is told to load', async ({ desk }) => {
  const { page } = await desk.launch()
  for (const address of [
    'https://example.org/',
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'app://evil/index.html',
    'app://tianye/other.html',
    'data:text/html,<p>x',
    'javascript:document.body.remove()',
  ]) {
    await page.evaluate((to) => {
      location.href = to
    }, address)
    await page.evaluate((to) => {
      const link = document.createElement('a')
      link.href = to
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
    await page.waitForTimeout(100)
    expect(page.url()).toBe(HOME)
  }
  // Not by a locator, which waits for the navigations that never come.
  expect(await page.evaluate(() => document.querySelector('h1') !== null)).toBe(true)
})

test('no second window, frame, webview or worker of another place', async ({ desk }) => {
  const { app, page } = await desk.launch()
  const opened = await page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.src = 'https://example.org/'
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.org/')
    document.body.append(frame, view)
    return [window.open('https://example.org/'), window.open('app://tianye/index.html'), window.open('about:blank')]
  })
  expect(opened).toEqual([null, null, null])
  await page.waitForTimeout(300)
  expect(page.url()).toBe(HOME)
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  const frames = page.frames().map((frame) => frame.url())
  expect(frames.filter((url) => url.includes('example'))).toEqual([])
})

test('nothing inline runs, and no text becomes code', async ({ desk }) => {
  const { page } = await desk.launch()
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.pwned = "inline"'
    const handler = document.createElement('img')
    handler.setAttribute('onerror', 'window.pwned = "handler"')
    handler.src = 'data:,'
    const remote = document.createElement('script')
    remote.src = 'data:text/javascript,window.pwned="data"'
    document.body.append(script, handler, remote)
    const worker = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }))
    try {
      new Worker(worker).onmessage = () => Reflect.set(window, 'pwned', 'worker')
    } catch {
      // Refused at once, which is as good as refused later.
    }
    // A text as code: what lint forbids is what is to be tried.
    Reflect.apply(setTimeout, window, ['window.pwned = "eval"', 0])
  })
  await page.waitForTimeout(300)
  expect(await page.evaluate(() => Reflect.get(window, 'pwned') as unknown)).toBeUndefined()
})

test('every permission is denied', async ({ desk }) => {
  const { page } = await desk.launch()
  const answers = await page.evaluate(async () => {
    const position = new Promise<number>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => {
          resolve(0)
        },
        ({ code }) => {
          resolve(code)
        },
      )
    })
    const media = navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      (error: DOMException) => error.name,
    )
    const states = await Promise.all(
      (['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    )
    return {
      notification: await Notification.requestPermission(),
      position: await position,
      media: await media,
      states,
    }
  })
  expect(answers.notification).toBe('denied')
  expect(answers.position).toBe(1)
  expect(answers.media).toMatch(/NotAllowedError|NotFoundError/)
  expect(new Set(answers.states)).toEqual(new Set(['denied']))
})

test('nothing goes out: not from the page, not from its session', async ({ desk }) => {
  const { app, page } = await desk.launch()
  for (const address of ['http://127.0.0.1:9/', 'file:///etc/passwd']) {
    const fromPage = await page.evaluate(
      (url) =>
        fetch(url).then(
          () => 'sent',
          () => 'blocked',
        ),
      address,
    )
    expect(fromPage).toBe('blocked')
  }
  for (const address of ['http://127.0.0.1:9/', 'https://example.org/']) {
    const error = await app.evaluate(
      ({ session }, url) =>
        session.defaultSession.fetch(url).then(
          () => 'sent',
          (reason: unknown) => String(reason),
        ),
      address,
    )
    expect(error).toContain('ERR_BLOCKED_BY_CLIENT')
  }
})

test('only web addresses and letters are opened outside, and no program', async ({ desk }) => {
  const { app, page } = await desk.launch()
  const opened = await app.evaluateHandle(({ shell }) => {
    const addresses: string[] = []
    shell.openExternal = (address) => {
      addresses.push(address)
      return Promise.resolve()
    }
    return addresses
  })
  await page.evaluate(async () => {
    const { shell } = (globalThis as WindowWithBridge).tianye
    for (const address of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://evil/share',
      'ms-msdt:/id',
      'http://example.org/',
      'example.org',
      'file:https://example.org',
      '',
      'https://example.org/a b',
      'mailto:li@example.org',
    ])
      shell.openExternal(address)
    // Answered after all of those, in the order of asking.
    await shell.receive([])
  })
  expect(await opened.jsonValue()).toEqual(['https://example.org/a%20b', 'mailto:li@example.org'])
})

/** A window of the attacker's, with a preload script that says what it is told to the main process. */
async function hostileWindow(app: ElectronApplication, preload: string, address: string): Promise<Page> {
  const appeared = app.waitForEvent('window')
  await app.evaluate(
    async ({ BrowserWindow }, [script, url]) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload: script, sandbox: true } })
      await window.loadURL(url)
    },
    [preload, address] as [string, string],
  )
  return appeared
}

type Say = typeof globalThis & { say(channel: string, ...args: unknown[]): Promise<unknown> }

async function outcome(page: Page, channel: string, ...args: unknown[]): Promise<string> {
  return page.evaluate(
    ([to, values]) =>
      (globalThis as Say).say(to, ...values).then(
        () => 'answered',
        (error: unknown) => String(error),
      ),
    [channel, args] as [string, unknown[]],
  )
}

test('the main process hears only our page, and only what the contract allows', async ({ desk }) => {
  const { app } = await desk.launch()
  const preload = desk.write(
    'hostile.cjs',
    `const { contextBridge, ipcRenderer } = require('electron')
     contextBridge.exposeInMainWorld('say', (channel, ...args) => ipcRenderer.invoke(channel, ...args))`,
  )
  const stranger = await hostileWindow(app, preload, 'data:text/html,<p>stranger')
  for (const channel of ['connect', 'newWindow', 'pickOpen', 'receive', 'setMenu', 'openExternal'])
    expect(await outcome(stranger, `shell:${channel}`)).toContain('refused')
  expect(await outcome(stranger, 'shell:receive', ['/etc/passwd'])).toContain('refused')

  const takenOver = await hostileWindow(app, preload, HOME)
  for (const [channel, ...args] of [
    ['shell:receive', '/etc/passwd'],
    ['shell:receive', [{ path: '/etc/passwd' }]],
    ['shell:openExternal', { href: 'https://example.org' }],
    ['shell:pickOpen', '__proto__', true],
    ['shell:pickOpen', 'study', true, 'more'],
    ['shell:setTitle', 'x'.repeat(100_000), true],
    ['shell:setMenu', [{ label: 'x', role: 'quit', items: [] }], 'en'],
  ] as [string, ...unknown[]][])
    expect(await outcome(takenOver, channel, ...args)).toContain('refused')
  expect(await outcome(takenOver, 'shell:quit')).toContain('No handler registered')
})
