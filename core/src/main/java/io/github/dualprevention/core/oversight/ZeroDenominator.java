package io.github.dualprevention.core.oversight;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The value of a rate if there was nothing to count. No source gives it, so the caller has to
 * choose.
 */
public enum ZeroDenominator {
  /** 不适用: there is no rate. */
  NOT_APPLICABLE,
  /** Nothing was done. */
  ZERO,
  /** Everything was done that there was. */
  ONE;

  /** The value of such a rate; empty if it has none. */
  Optional<BigDecimal> value() {
    return switch (this) {
      case NOT_APPLICABLE -> Optional.empty();
      case ZERO -> Optional.of(BigDecimal.ZERO);
      case ONE -> Optional.of(BigDecimal.ONE);
    };
  }
}
