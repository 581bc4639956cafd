import type { ClientFailure } from '../core/types.ts'

/**
 * strerror(3) of a failed connect(2), as Linux, macOS, the BSDs, Windows (WSAGetLastError), musl and the languages' own libraries put it. ssh itself speaks
 * English; what wraps it, and other clients, say it in their user's language (glibc's translations).
 */
const CONNECT: readonly (readonly [RegExp, ClientFailure])[] = [
  [
    /timed? ?out|timeout|ETIMEDOUT|did not properly respond after a period of time|Wartezeit für die Verbindung|Zeitüberschreitung|expiration du délai|délai d'attente|tiempo de (?:conexión|espera)|Tempo esgotado|Connessione scaduta|Tempo scaduto|ожидани\S+ .*истекло|连接超时|連線逾時|タイムアウト|시간 ?초과|Przekroczon\S+ czas|zaman ?aşımı/i,
    'connect-timeout',
  ],
  [
    /refused|ECONNREFUSED|Verbindungsaufbau abgelehnt|Verbindung verweigert|refusée|rehusada|rechazada|recusada|rifiutata|соединении отказано|拒绝连接|连接被拒绝|拒絕連線|連線被拒|接続を拒否|연결이 거부|Połączenie odrzucone|geweigerd|reddedildi|odmítnuto/i,
    'connect-refused',
  ],
  [
    /reset by peer|connection reset|ECONNRESET|connection abort|connection was aborted|forcibly closed by the remote host|Kommunikationspartner zurückgesetzt|initialisée par le correspondant|reinicializada por|fechada pela outra ponta|interrotta dal corrispondente|(?:разорвано|сброшено) (?:другой|удал)|连接被对方重|連線被對方重設|相手からリセット|피어에 의해/i,
    'connect-reset',
  ],
  [
    /no route to host|host is (?:down|unreachable)|EHOSTUNREACH|EHOSTDOWN|unreachable host|Keine Route zum Zielrechner|Aucun chemin d'accès|No existe ninguna ruta|No hay ruta|rota para o host|Nessuna? (?:instradamento|percorso|rotta)|Нет маршрута|没有到主机的路由|沒有通往主機的路由|ホストへの(?:経路|ルート)|호스트로 갈 루트|Brak trasy/i,
    'host-unreachable',
  ],
  [
    /network is (?:unreachable|down)|ENETUNREACH|unreachable network|can(?:no|')t assign requested address|EADDRNOTAVAIL|Netzwerk ist nicht erreichbar|réseau n['’]est pas accessible|red es inaccesible|rede (?:está fora|inacess)|Rete (?:non raggiungibile|irraggiungibile)|Сеть недоступна|网络不可达|網路無法到達|ネットワークに(?:届|到達)|네트워크가 접근/i,
    'net-unreachable',
  ],
  [/invalid argument|address family not supported|EINVAL|EAFNOSUPPORT/i, 'net-unreachable'],
  [/permission denied|not permitted|EACCES|EPERM|access permissions/i, 'connect-not-permitted'],
]

/** What the system's words for a failed connect mean; undefined where nobody here knows them. */
export const connectFailure = (words: string): ClientFailure | undefined =>
  CONNECT.find(([pattern]) => pattern.test(words))?.[1]

/**
 * gai_strerror(3) of glibc, musl, the BSDs, macOS and Windows. Not found: the resolver answered that there is no such name.
 * Everything else is a resolver that did not answer.
 */
const NOT_FOUND =
  /not known|nodename nor servname|no address associated|no such host|does not resolve|unknown host|not found|name has no usable|address family for hostname not supported|no such name|ENOTFOUND|EAI_NONAME|unknown name|nicht bekannt|service inconnu|servicio desconocido|serviço desconhecido|servizio sconosciuto|служба не ?известн|未知的名称或服务|未知的名稱或服務|サービスが不明|서비스를 알 수/i

/** What the resolver's words mean. */
export const lookupFailure = (words: string): ClientFailure =>
  NOT_FOUND.test(words) ? 'name-not-found' : 'name-lookup-fails'
