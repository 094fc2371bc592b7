package io.github.dualprevention.core.listing;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;

/** Something about a supervised listing that a profile may limit in time. */
public enum ListingLimit {
  /** 备案: how long after the order it is filed. */
  FILE_WITHIN("备案期限", "filing after the order"),
  /** How long after the order it is made public. */
  PUBLISH_WITHIN("挂牌公布期限", "publication of the order"),
  /** How long after acceptance or delisting (验收、摘牌) it is made public. */
  PUBLISH_DELISTING_WITHIN("摘牌公布期限", "publication of acceptance and delisting"),
  /** How long after the listing the deadline of the rectification may be. */
  LONGEST("最长治理期限", "longest deadline"),
  /** How long before the deadline an extension is applied for at the latest. */
  ASK_BEFORE("延期申请期限", "application for an extension before the deadline"),
  /** How long after the application it is decided on. */
  DECIDE_WITHIN("延期审批期限", "decision on an application for an extension");

  private static final ImmutableMap<String, ListingLimit> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), ListingLimit::code);

  private final Term term;

  ListingLimit(String zh, String en) {
    term = new Term(name(), new Wording(zh, en));
  }

  /**
   * Every limit by its code.
   *
   * @return an immutable map
   */
  public static Map<String, ListingLimit> byCode() {
    return BY_CODE;
  }

  /**
   * The limit's stable code, as stored and exchanged.
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
   * The limit's name.
   *
   * @return in both languages
   */
  public Wording wording() {
    return term.wording();
  }

  /** Whether the time is counted back from a day instead of on from it. */
  boolean isBackwards() {
    return this == ASK_BEFORE;
  }
}
