import { analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs'

// Runs by itself: node scan.mts DIR GLOB…
// Prints the verdict of n8n's scanner on the files of DIR that match.
const [, , dir = '', ...patterns] = process.argv
console.log(JSON.stringify(await analyzePackage(dir, patterns)))
