import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** Kinds of Linux file systems (f_type) on which WAL's shared memory cannot be relied on. */
const NETWORK_FILE_SYSTEMS = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xfe534d42, // SMB2
  0xff534d42, // CIFS
  0x65735546, // FUSE: sshfs and cloud drives
  0x5346414f, // AFS
  0x6b414653, // kAFS
  0x73757245, // Coda
  0x564c, // NCP
  0x01021997, // 9P
  0x00c36400, // Ceph
  0x786f4256, // VirtualBox shared folders
  0x0bd00bd0, // Lustre
  0x47504653, // GPFS
])

export type Statfs = (path: string) => { readonly type: number }

/** Whether a study there must do without WAL. `statfs` is given in tests. */
export function isOnNetwork(path: string, statfs: Statfs = statfsSync): boolean {
  if (path.startsWith('\\\\')) return true
  try {
    return NETWORK_FILE_SYSTEMS.has(statfs(dirname(path)).type >>> 0)
  } catch {
    return false
  }
}
