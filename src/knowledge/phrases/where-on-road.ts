/** What a step of the road is to somebody who does not know the protocol: by a stage's name, or by its name on the page. */
export const WHERE_ON_ROAD: Readonly<Record<string, string>> = {
  client: 'on this side, before the network',
  name: 'at looking up the name',
  path: 'on the way to the host',
  tcp: 'at opening the connection',
  port: 'at opening the connection',
  banner: 'where the server should greet',
  host: 'at the host itself',
  kex: 'at agreeing on encryption',
  login: 'at the login',
  auth: 'at the login',
  session: 'after the login, at the session',
}
