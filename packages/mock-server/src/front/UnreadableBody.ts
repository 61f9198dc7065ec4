export interface UnreadableBody {
  problem: string
  wrongJson: boolean
}
