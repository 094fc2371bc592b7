package io.github.dualprevention.core.hazard;

import java.time.Instant;

/**
 * An order of a regulator, as the steps of a hazard have it.
 *
 * @param number the number of its document; a correction counts
 * @param received when it was received
 * @param rechecked whether it has passed the regulator's recheck since then, and since something
 *     was rectified again
 */
record ReceivedOrder(String number, Instant received, boolean rechecked) {}
