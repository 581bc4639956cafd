# What `sshmedic logs` counts, for a log of one host in the classic format: failures, their addresses, names, first and last; logins; drops; penalties.
function attempt(ip, user, n) {
  if (ip ~ /^::ffff:/) ip = substr(ip, 8)
  failures += n
  by[ip] += n
  if (!((ip, user) in tried)) { tried[ip, user] = 1; users[ip]++ }
  if (!(ip in first)) first[ip] = substr($0, 1, 15)
  last[ip] = substr($0, 1, 15)
}
function name(from, to) {
  # Between ` for ` and the last ` from `.
  user = substr($0, from, to - from)
  if (substr(user, 1, 13) == "invalid user ") user = substr(user, 14)
  return user
}
$5 !~ /^sshd(-session)?\[/ { next }
{
  n = 1
  word = $6
  tail = NF
  if (word == "message" && $7 == "repeated") {
    n = $8
    word = $11
    $0 = substr($0, 1, index($0, "message repeated") - 1) substr($0, index($0, ": [ ") + 4, length($0) - index($0, ": [ ") - 4)
  }
  if (word == "Failed") {
    if ($7 == "none") next
    for (t = NF; t > 6 && $t !~ /^ssh2:?$/; t--);
    if (t < 10) next
    ip = $(t - 3)
    at = index($0, " for ") + 5
    to = length($0)
    marker = " from " ip " port " $(t - 1) " ssh2"
    s = $0; off = 0
    while ((i = index(s, marker)) > 0) { off += i; s = substr(s, i + 1) }
    user = name(at, off)
    if ($7 ~ /^keyboard-interactive/ && pending[$5, ip, user] > 0) { pending[$5, ip, user]--; next }
    attempt(ip, user, n)
  } else if (word == "error:" && $7 == "PAM:" && $NF != "") {
    if ($0 !~ / for .* from [^ ]+$/ || $8 != "Authentication") next
    ip = $NF
    at = index($0, " for ") + 5
    user = substr($0, at, length($0) - length(ip) - 6 - at + 1)
    if (substr(user, 1, 13) == "illegal user ") user = substr(user, 14)
    pending[$5, ip, user]++
    attempt(ip, user, 1)
  } else if (word == "Accepted") { if ($7 != "key") { accepted++; let[$11]++ } }
  else if (word == "exited" && $7 == "MaxStartups") drops += $11
  else if (word == "drop" && $0 ~ / penalty: /) penalties++
}
END {
  printf "%d %d %d %d\n", failures, accepted, drops, penalties
  for (ip in by) printf "%s %d %d\n", ip, by[ip], users[ip]
}
