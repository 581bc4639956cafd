# Real logins to the real sshd of a root, without booting it: $root the root, $folder what to lay into it, $count how many.
# Prints for each login its exit code and, as one line, what sshd logged of it.
set -eu
mount -t tmpfs tmpfs /mnt
mkdir /mnt/upper /mnt/work /mnt/root
mount -t overlay overlay -o "lowerdir=$root,upperdir=/mnt/upper,workdir=/mnt/work" /mnt/root
mount -t proc proc /mnt/root/proc
mount --rbind /dev /mnt/root/dev
mount -t tmpfs tmpfs /mnt/root/run
mkdir -p /mnt/root/run/sshd /mnt/root/logins
ip link set lo up
# The whole prefix is this machine's own, as 127.0.0.0/8 is.
ip -6 route add local fd00:1::/64 dev lo
ip -6 addr add fd00:2::1/128 dev lo nodad
cp "$folder"/* /mnt/root/logins
cd /mnt/root/etc
cat "$folder/passwd" >> passwd
cat "$folder/shadow" >> shadow
cat "$folder/group" >> group
exec chroot /mnt/root /bin/sh -eu -s "$count" <<'INSIDE'
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8
cd /logins
ssh-keygen -q -t ed25519 -N '' -f key
[ -e /etc/ssh/ssh_host_ed25519_key ] || ssh-keygen -q -t ed25519 -N '' -f /etc/ssh/ssh_host_ed25519_key
/usr/sbin/sshd -f /logins/sshd_config -E /logins/log
seen=$(wc -c < log)
for n in $(seq 0 $(($1 - 1))); do
  read -r user from to < "login.$n"
  code=0
  ssh -F /dev/null -i key -o IdentitiesOnly=yes -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
    -o ConnectTimeout=20 -b "$from" -p 2222 -l "$user" "$to" true > out 2>&1 < /dev/null || code=$?
  size=$(wc -c < log)
  echo "$code $(tail -c +$((seen + 1)) log | tr '\n' '|')"
  seen=$size
done
kill "$(cat /logins/pid)"
INSIDE
