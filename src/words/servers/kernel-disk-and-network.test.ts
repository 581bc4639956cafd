import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './kernel-disk-and-network.ts'

readsEachLine(ENTRIES, [
  [
    'kernel-ext4-error',
    'EXT4-fs error (device sda1): ext4_lookup:1700: inode #12: comm sshd: deleted inode referenced: 1234',
  ],
  ['kernel-ext4-remounted-read-only', 'EXT4-fs (sda1): Remounting filesystem read-only'],
  ['kernel-ext4-mounted', 'EXT4-fs (sda1): mounted filesystem with ordered data mode. Quota mode: none.'],
  ['kernel-journal-aborted', 'Aborting journal on device sda1-8.'],
  [
    'kernel-xfs-shut-down',
    'XFS (dm-0): Log I/O Error (0x2) detected at xlog_ioend_work+0x6c/0xe0 [xfs] (fs/xfs/xfs_log.c:1376).  Shutting down filesystem.',
  ],
  ['kernel-btrfs-read-only', 'BTRFS info (device sda2): forced readonly'],
  [
    'kernel-io-error',
    'blk_update_request: I/O error, dev sda, sector 2048 op 0x1:(WRITE) flags 0x800 phys_seg 1 prio class 0',
  ],
  ['kernel-io-error', 'I/O error, dev sda, sector 2048 op 0x0:(READ) flags 0x0 phys_seg 1 prio class 2'],
  ['kernel-buffer-io-error', 'Buffer I/O error on dev sda1, logical block 262144, lost sync page write'],
  ['kernel-nvme-timeout', 'nvme nvme0: I/O 123 QID 4 timeout, aborting'],
  ['kernel-nfs-not-responding', 'nfs: server 10.0.0.5 not responding, still trying'],
  ['kernel-nfs-ok', 'nfs: server 10.0.0.5 OK'],
  ['kernel-conntrack-full', 'nf_conntrack: nf_conntrack: table full, dropping packet'],
  ['kernel-conntrack-full', 'nf_conntrack: table full, dropping packet.'],
  [
    'kernel-syn-flooding-ssh',
    'TCP: request_sock_TCP: Possible SYN flooding on port 22. Sending cookies.  Check SNMP counters.',
  ],
  ['kernel-syn-flooding-other', 'TCP: request_sock_TCP: Possible SYN flooding on port 443. Sending cookies.'],
  ['kernel-tcp-memory', 'TCP: out of memory -- consider tuning tcp_mem'],
  ['kernel-tcp-orphans', 'TCP: too many orphaned sockets'],
  ['kernel-neighbour-overflow', 'neighbour: arp_cache: neighbor table overflow!'],
  ['kernel-martian-source', 'IPv4: martian source 10.0.0.4 from 192.0.2.9, on dev eth0'],
  ['kernel-link-down', 'e1000e 0000:00:1f.6 eth0: NIC Link is Down'],
  ['kernel-link-up', 'e1000e 0000:00:1f.6 eth0: NIC Link is Up 1000 Mbps Full Duplex, Flow Control: Rx/Tx'],
  ['kernel-link-not-ready', 'IPv6: ADDRCONF(NETDEV_UP): eth0: link is not ready'],
  ['kernel-link-ready', 'IPv6: ADDRCONF(NETDEV_CHANGE): eth0: link becomes ready'],
  [
    'ufw-blocked-ssh',
    '[UFW BLOCK] IN=eth0 OUT= MAC=52:54:00:12:34:56:52:54:00:65:43:21:08:00 SRC=203.0.113.7 DST=192.0.2.17 LEN=60 TOS=0x00 PREC=0x00 TTL=52 ID=54321 DF PROTO=TCP SPT=51234 DPT=22 WINDOW=64240 RES=0x00 SYN URGP=0',
  ],
  [
    'ufw-blocked-ssh',
    '[UFW LIMIT BLOCK] IN=eth0 OUT= MAC=52:54:00:12:34:56 SRC=203.0.113.7 DST=192.0.2.17 LEN=60 TOS=0x00 PREC=0x00 TTL=52 ID=54321 DF PROTO=TCP SPT=51234 DPT=22 WINDOW=64240 RES=0x00 SYN URGP=0',
  ],
  [
    'ufw-blocked-other',
    '[UFW BLOCK] IN=eth0 OUT= MAC=52:54:00:12:34:56 SRC=203.0.113.7 DST=192.0.2.17 LEN=60 TOS=0x00 PREC=0x00 TTL=52 ID=54321 PROTO=TCP SPT=51234 DPT=445 WINDOW=64240 RES=0x00 SYN URGP=0',
  ],
  [
    'ufw-noted',
    '[UFW ALLOW] IN=eth0 OUT= MAC=52:54:00:12:34:56 SRC=203.0.113.7 DST=192.0.2.17 LEN=60 TOS=0x00 PREC=0x00 TTL=52 ID=54321 DF PROTO=TCP SPT=51234 DPT=22 WINDOW=64240 RES=0x00 SYN URGP=0',
  ],
  [
    'firewalld-rejected-ssh',
    'filter_IN_public_REJECT: IN=enp1s0 OUT= MAC=52:54:00:12:34:56 SRC=203.0.113.5 DST=192.168.1.10 LEN=60 TOS=0x00 PREC=0x00 TTL=52 ID=1 DF PROTO=TCP SPT=51234 DPT=22 WINDOW=64240 RES=0x00 SYN URGP=0',
  ],
  [
    'firewalld-rejected-other',
    'filter_IN_public_REJECT: IN=wlan0 OUT= MAC=ff:ff:ff:ff:ff:ff SRC=192.168.87.170 DST=192.168.87.255 LEN=63 TOS=0x00 PREC=0x00 TTL=64 ID=42197 DF PROTO=UDP SPT=50153 DPT=15600 LEN=43',
  ],
  [
    'netfilter-dropped-ssh',
    'iptables denied: IN=eth0 OUT= MAC=52:54:00:12:34:56 SRC=203.0.113.7 DST=192.0.2.17 LEN=60 TOS=0x00 PREC=0x00 TTL=52 ID=54321 DF PROTO=TCP SPT=51234 DPT=22 WINDOW=64240 RES=0x00 SYN URGP=0',
  ],
])
