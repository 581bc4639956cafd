import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './selinux.ts'

readsEachLine(ENTRIES, [
  [
    'selinux-denied-port',
    'type=AVC msg=audit(1779084050.506:218): avc:  denied  { name_bind } for  pid=2869 comm="sshd" src=2022 scontext=system_u:system_r:sshd_t:s0-s0:c0.c1023 tcontext=system_u:object_r:unreserved_port_t:s0 tclass=tcp_socket permissive=0',
  ],
  [
    'selinux-denied-sshd',
    'type=AVC msg=audit(1595600438.850:6888): avc:  denied  { read } for  pid=6469 comm="sshd" name="authorized_keys" dev="sda1" ino=1234 scontext=system_u:system_r:sshd_t:s0-s0:c0.c1023 tcontext=unconfined_u:object_r:default_t:s0 tclass=file permissive=0',
  ],
  [
    'selinux-denied-sshd',
    'type=AVC msg=audit(1519835859.599:55): avc:  denied  { name_connect } for  pid=1080 comm="ssh-grunt" dest=80 scontext=system_u:system_r:sshd_t:s0-s0:c0.c1023 tcontext=system_u:object_r:http_port_t:s0 tclass=tcp_socket',
  ],
  [
    'selinux-permissive-sshd',
    'type=AVC msg=audit(1716488823.526:1068): avc:  denied  { execute_no_trans } for  pid=5357 comm="sshd" path="/usr/bin/dpkg" dev="dm-0" ino=524574 scontext=system_u:system_r:sshd_t:s0-s0:c0.c1023 tcontext=system_u:object_r:dpkg_exec_t:s0 tclass=file permissive=1',
  ],
  [
    'selinux-denied-other',
    'type=AVC msg=audit(1595600438.850:6889): avc:  denied  { getattr } for  pid=900 comm="httpd" path="/var/www/html/index.html" dev="sda1" ino=99 scontext=system_u:system_r:httpd_t:s0 tcontext=unconfined_u:object_r:user_home_t:s0 tclass=file permissive=0',
  ],
  [
    'setroubleshoot-sshd',
    'SELinux is preventing /usr/sbin/sshd from read access on the file authorized_keys. For complete SELinux messages run: sealert -l 7b9a621c-4416-4d12-8ac1-f40d61cb3303',
  ],
  [
    'setroubleshoot-other',
    'SELinux is preventing httpd from getattr access on the file /var/www/html/index.html. For complete SELinux messages run: sealert -l 12fd8b04-0119-4077-a710-2d0e0ee5755e',
  ],
])
