/** What a child opens besides what it inherits; it has the limit of its parent (measured: 9.2 runs a command from 14 on, 10.0 from 17). */
export const NEEDED_DESCRIPTORS = 17
