import type { Entry } from '../entry.ts'
import { is } from '../finding.ts'
import { said } from '../said.ts'

const windows = said({
  by: 'system',
  level: 'error',
  step: 'port',
  road: 'breaks',
  source: "Windows' messages in its languages, winerror.h",
})

/** The system's own words for a failed call, in whatever program, in the languages of Windows. */
export const ENTRIES: readonly Entry[] = [
  windows(
    'windows-refused',
    /Zielcomputer die Verbindung verweigerte|ordinateur cible l.a expressément|equipo de destino denegó|máquina de destino as recusou|目标计算机积极拒绝|対象のコンピューターによって拒否|конечный компьютер отверг/,
    'Nothing listens on this port.',
    { ends: is('connect-refused') },
  ),
  windows(
    'windows-timed-out',
    /Gegenstelle nach einer bestimmten Zeitspanne nicht|n.a pas répondu convenablement|no respondió adecuadamente tras un|连接方在一段时间后没有正确答复|一定の時間を過ぎても正しく応答しなかった|semaphore timeout period has expired|信号灯超时时间已到/,
    'Nothing answered in time.',
    { ends: is('connect-timeout') },
  ),
]
