package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import io.github.dualprevention.core.Require;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Sets of constants as the bits of one number, so that a decision compares whole sets at once. */
final class Marks {

  private Marks() {}

  /** One bit for each constant; at most 64 of them. */
  static <E extends Enum<E>> ImmutableMap<E, Long> of(E[] values) {
    Require.require(values.length <= Long.SIZE, "values", "must be at most 64", values.length);
    Map<E, Long> marks = new EnumMap<>(values[0].getDeclaringClass());
    long mark = 1;
    for (E value : values) {
      marks.put(value, mark);
      mark <<= 1;
    }
    return Maps.immutableEnumMap(marks);
  }

  /** The marks of several constants. */
  static <E extends Enum<E>> long join(Set<E> values, Map<E, Long> marks) {
    long joined = 0;
    for (E value : values) {
      joined |= Require.notNull(marks.get(value), "mark");
    }
    return joined;
  }

  /** The constants that have a mark. */
  static <E extends Enum<E>> Set<E> split(long joined, ImmutableMap<E, Long> marks) {
    Set<E> values = EnumSet.noneOf(marks.keySet().iterator().next().getDeclaringClass());
    marks.forEach(
        (value, mark) -> {
          if ((joined & mark) != 0) {
            values.add(value);
          }
        });
    return Sets.immutableEnumSet(values);
  }
}
