/** A role as it is compared: `Farmer ` and `farmer` are one role, and so are full-width and plain letters. */
export function normaliseRole(role: string): string {
  return role.normalize('NFKC').trim().toLowerCase()
}
