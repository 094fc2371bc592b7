package io.github.dualprevention.core.hazard;

import com.google.common.collect.Sets;
import io.github.dualprevention.core.Require;
import java.util.EnumSet;
import java.util.Set;

/** Sets of constants as the bits of one number, so that a decision compares whole sets at once. */
final class Marks {

  /** The bits from here on are no constant's; what else holds about a hazard is marked by them. */
  static final int MOST = 60;

  private Marks() {}

  /**
   * The place of a constant among those of its enum, for arrays that decisions look into: an {@code
   * EnumMap} makes sure of the key's class each time. It is never stored.
   */
  @SuppressWarnings("EnumOrdinal")
  static int place(Enum<?> constant) {
    return constant.ordinal();
  }

  /** The bit of a constant. */
  static long of(Enum<?> constant) {
    Require.require(place(constant) < MOST, "constant", "must be one of the first 60", constant);
    return 1L << place(constant);
  }

  /** The marks of several constants. */
  static long join(Set<? extends Enum<?>> constants) {
    long joined = 0;
    for (Enum<?> constant : constants) {
      joined |= of(constant);
    }
    return joined;
  }

  /** The constants that have a mark. */
  static <E extends Enum<E>> Set<E> split(long joined, Class<E> type) {
    Set<E> values = EnumSet.allOf(type);
    values.removeIf(value -> (joined & of(value)) == 0);
    return Sets.immutableEnumSet(values);
  }
}
