package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;

/** Where a hazard stands in its life. */
public enum HazardState {
  /** 已发现，未登记: somebody has seen it, nothing is recorded yet. */
  DISCOVERED(false, "已发现", "discovered"),
  /** 已登记: recorded, not graded yet. */
  REGISTERED(false, "已登记", "registered"),
  /** 已评估: graded. */
  ASSESSED(true, "已评估", "assessed"),
  /** 治理中. */
  RECTIFYING(true, "治理中", "being rectified"),
  /** 即查即改，待验收. */
  FIXED_ON_SPOT(true, "即查即改待验收", "fixed on the spot, to be accepted"),
  /** 已治理，待验收. */
  RECTIFIED(true, "已治理待验收", "rectified, to be accepted"),
  /** 已验收. */
  ACCEPTED(true, "已验收", "accepted"),
  /** 已销账. */
  CLOSED(true, "已销账", "closed out"),
  /** 已撤销: it turned out to be no hazard. */
  DISMISSED(false, "已撤销（不是隐患）", "dismissed as no hazard");

  private static final ImmutableMap<String, HazardState> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), HazardState::code);

  private final boolean graded;
  private final Term term;

  HazardState(boolean graded, String zh, String en) {
    this.graded = graded;
    term = new Term(name(), new Wording(zh, en));
  }

  /**
   * Every state by its code.
   *
   * @return an immutable map
   */
  public static Map<String, HazardState> byCode() {
    return BY_CODE;
  }

  /**
   * The state's stable code, as stored and exchanged.
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
   * The state's name.
   *
   * @return in both languages
   */
  public Wording wording() {
    return term.wording();
  }

  /**
   * Whether the hazard is still to be dealt with.
   *
   * @return false before it is registered, after the close-out and after a dismissal
   */
  public boolean isOpen() {
    return this != DISCOVERED && this != CLOSED && this != DISMISSED;
  }

  /**
   * Whether the hazard is open and not accepted, so that its deadline runs.
   *
   * @return true from the registration until the acceptance
   */
  public boolean awaitsAcceptance() {
    return isOpen() && this != ACCEPTED;
  }

  /**
   * Whether a hazard in this state has a grade.
   *
   * @return false before it is assessed and after a dismissal
   */
  public boolean isGraded() {
    return graded;
  }
}
