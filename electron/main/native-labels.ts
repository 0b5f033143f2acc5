/** Names of the system's own menu items, which Electron has in English only. All other labels come from the page. */
export interface NativeLabels {
  readonly file: string
  readonly edit: string
  readonly view: string
  readonly window: string
  readonly about: string
  readonly services: string
  readonly hide: string
  readonly hideOthers: string
  readonly unhide: string
  readonly quit: string
  readonly close: string
  readonly cut: string
  readonly copy: string
  readonly paste: string
  readonly selectAll: string
  readonly resetZoom: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly fullScreen: string
  readonly minimize: string
  readonly zoom: string
  readonly front: string
}

const english: NativeLabels = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  about: 'About Tianye',
  services: 'Services',
  hide: 'Hide Tianye',
  hideOthers: 'Hide Others',
  unhide: 'Show All',
  quit: 'Quit Tianye',
  close: 'Close Window',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  resetZoom: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  minimize: 'Minimize',
  zoom: 'Zoom',
  front: 'Bring All to Front',
}

const chinese: NativeLabels = {
  file: '文件',
  edit: '编辑',
  view: '视图',
  window: '窗口',
  about: '关于田野',
  services: '服务',
  hide: '隐藏田野',
  hideOthers: '隐藏其他',
  unhide: '全部显示',
  quit: '退出田野',
  close: '关闭窗口',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  resetZoom: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullScreen: '全屏',
  minimize: '最小化',
  zoom: '缩放',
  front: '前置全部窗口',
}

/** @param language a BCP 47 tag; what is not Chinese gets English */
export function nativeLabels(language: string): NativeLabels {
  return /^zh\b/i.test(language) ? chinese : english
}
