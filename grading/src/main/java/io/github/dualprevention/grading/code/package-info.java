/**
 * Level codes of other systems, in which 1 may be the highest level or the lowest.
 *
 * <p>{@link io.github.dualprevention.grading.code.LevelCodecs} holds the published codecs or those
 * of an enterprise's own file. A {@link io.github.dualprevention.grading.code.LevelCodec} reads and
 * writes the codes of one system, one to one. A {@link
 * io.github.dualprevention.grading.code.ForeignCode} never stands without the name of its codec and
 * has no order; only {@link io.github.dualprevention.core.risk.RiskLevel}s are compared.
 */
@NullMarked
package io.github.dualprevention.grading.code;

import org.jspecify.annotations.NullMarked;
