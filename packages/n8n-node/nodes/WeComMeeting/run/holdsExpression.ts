/** Whether a parameter as it is stored has an expression in it: n8n marks them with a leading `=`. */
export function holdsExpression(stored: unknown): boolean {
  if (typeof stored === 'string') return stored.startsWith('=')
  if (typeof stored !== 'object' || stored === null) return false
  return Object.values(stored).some(holdsExpression)
}
