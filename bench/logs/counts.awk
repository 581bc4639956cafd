# The least that answers who fails, who is dropped, who is penalised and how often sshd turned people away, in one pass over a log of one host in the
# classic format: failures, drops and penalty drops by address, and the episodes. exact.awk counts what `sshmedic logs` counts.
$5 !~ /^sshd/ { next }
$6 == "Failed" {
  if ($7 == "none") next
  if ($NF == "ssh2") failed[$(NF - 3)]++
  else failed[$(NF - 5)]++
  next
}
$6 == "message" {
  if ($11 == "Failed") failed[$(NF - 3)] += $8
  next
}
$6 == "drop" && $7 == "connection" {
  split($0, part, /[][]/)
  if ($0 ~ / penalty: /) penalised[part[4]]++
  else dropped[part[4]]++
  next
}
$7 == "beginning" && $8 == "MaxStartups" { episodes++ }
END {
  for (a in failed) print "failed", a, failed[a]
  for (a in dropped) print "dropped", a, dropped[a]
  for (a in penalised) print "penalised", a, penalised[a]
  print "episodes", "-", episodes + 0
}
