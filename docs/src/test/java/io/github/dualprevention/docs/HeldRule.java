package io.github.dualprevention.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.github.dualprevention.core.Rule;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.List;

/**
 * A rule of the library.
 *
 * @param holder the class whose constant it is
 * @param rule the rule
 */
record HeldRule(JavaClass holder, Rule rule) {

  /** Every constant that is a rule, by package and code. */
  static List<HeldRule> all() {
    return Library.CLASSES.stream()
        .flatMap(holder -> holder.getFields().stream())
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> field.getRawType().isEquivalentTo(Rule.class))
        .map(HeldRule::of)
        .sorted(Comparator.comparing(HeldRule::place).thenComparing(HeldRule::code))
        .toList();
  }

  private static HeldRule of(JavaField constant) {
    try {
      Field field = constant.reflect();
      field.setAccessible(true);
      return new HeldRule(constant.getOwner(), (Rule) field.get(null));
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException(constant.getFullName(), hidden);
    }
  }

  /** The package below the root. */
  String place() {
    return Library.packageOf(holder);
  }

  String code() {
    return rule.code();
  }
}
