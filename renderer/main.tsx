import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { connectBridge } from './app/bridge.ts'
import { wireErrorOf } from './app/bridge-error.ts'
import { CannotStart } from './app/CannotStart.tsx'
import { applyLanguage } from './app/look.ts'

const container = document.getElementById('root')
if (container) {
  const root = createRoot(container)
  applyLanguage('system')
  try {
    root.render(<App bridge={await connectBridge()} />)
  } catch (thrown) {
    root.render(<CannotStart error={wireErrorOf(thrown)} />)
  }
}
