/** A description in n8n's house style: HTML for code, no full stop after a single sentence. */
export function editorText(markdown: string): string {
  const html = markdown.trim().replace(/`([^`]+)`/g, '<code>$1</code>')
  const isOneSentence = !/[.!?]\s/.test(html)
  return isOneSentence ? html.replace(/\.$/, '') : html
}

/** A name such as `NotRequired` as a label: `Not Required`. WeChat and WeCom stay one word. */
export function label(varname: string): string {
  return varname.replace(/(?<=[a-z0-9])(?<!We)(?=[A-Z])/g, ' ')
}
