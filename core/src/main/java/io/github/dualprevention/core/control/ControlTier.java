package io.github.dualprevention.core.control;

import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.List;

/**
 * A tier of the enterprise at which risks are controlled (管控层级), from the highest to the lowest.
 *
 * @source JHA form as re-posted (360docs.net/doc/7511997694): company, department or workshop,
 *     team, post
 */
public enum ControlTier {
  /** 公司（厂）. */
  COMPANY(4, "公司", "company"),
  /** 部室（车间）. */
  DEPARTMENT(3, "部室（车间）", "department or workshop"),
  /** 班组. */
  TEAM(2, "班组", "team"),
  /** 岗位. */
  POST(1, "岗位", "post");

  private final int height;
  private final Term term;

  ControlTier(int height, String zh, String en) {
    this.height = height;
    term = new Term(name(), new Wording(zh, en));
  }

  /**
   * The tier's stable code, as stored and exchanged.
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
   * The tier's name.
   *
   * @return in both languages
   */
  public Wording wording() {
    return term.wording();
  }

  /**
   * Compares two tiers.
   *
   * @param other the other tier
   * @return whether this tier is the other one or higher
   */
  public boolean isAtLeast(ControlTier other) {
    return height >= other.height;
  }

  /**
   * This tier and every lower one.
   *
   * @return the highest first
   */
  public List<ControlTier> downwards() {
    return Arrays.stream(values()).filter(this::isAtLeast).toList();
  }
}
