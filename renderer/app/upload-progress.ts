import { create } from 'zustand'

/** Files on their way to the host in the browser mode. */
export interface UploadProgress {
  readonly done: number
  /** 0: nothing is on its way. */
  readonly total: number
}

export const useUploadProgress = create<UploadProgress>()(() => ({ done: 0, total: 0 }))
