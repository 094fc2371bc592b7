package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;

/** Something that a hazard is or is not. */
public enum HazardTrait {
  /** 重大隐患: the law's rules for major hazards hold. */
  MAJOR("重大隐患", "major"),
  /** 销账未核实: closed in another ledger, and nothing here shows its acceptance. */
  UNVERIFIED("销账未核实", "closed out, unverified"),
  /** 停产停用中: production or use stands still because of it, and nobody has decided otherwise. */
  SUSPENDED("停产停用中", "production or use suspended"),
  /** 挂牌督办中: listed for supervision in this round and not delisted. */
  LISTED("挂牌督办中", "listed for supervision"),
  /** 有未复查通过的监管指令: a regulator has ordered something and has not passed it in a recheck. */
  ORDERED("有未复查通过的监管指令", "under an order of the regulator");

  private static final ImmutableMap<String, HazardTrait> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), HazardTrait::code);

  private final Term term;

  HazardTrait(String zh, String en) {
    term = new Term(name(), new Wording(zh, en));
  }

  /**
   * Every trait by its code.
   *
   * @return an immutable map
   */
  public static Map<String, HazardTrait> byCode() {
    return BY_CODE;
  }

  /**
   * The trait's stable code, as stored and exchanged.
   *
   * @return upper case English
   */
  public String code() {
    return name();
  }

  /**
   * Code and name.
   *
   * @return for sentences that speak about it
   */
  public Term term() {
    return term;
  }

  /**
   * Whether a hazard has the trait.
   *
   * @param hazard the hazard as it is now
   * @return whether it has
   */
  public boolean isOf(Hazard hazard) {
    return switch (this) {
      case MAJOR -> hazard.isMajor();
      case UNVERIFIED -> hazard.isUnverified();
      case SUSPENDED -> hazard.suspendedSince().isPresent();
      case LISTED -> hazard.counts(HazardAction.LIST);
      case ORDERED -> hazard.orders().stream().anyMatch(order -> !order.rechecked());
    };
  }
}
